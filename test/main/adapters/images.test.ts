import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import type { StartImages } from '#main/adapters/images/decoder.ts';
import { imagesIn } from '#main/adapters/images/index.ts';
import { forkImages } from '#main/adapters/images/node.ts';
import type { ImageProcessor } from '#main/ports.ts';
import { FakeClock } from '#test/support/backend.ts';

/** The real image process, its minutes told by a clock that the test moves. */

let photo: Buffer;
beforeAll(async () => {
  photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
});

/** Processes that were started, each with the promise of its end. */
function decoding(clock: FakeClock): { images: ImageProcessor; children: Array<Promise<void>> } {
  const children: Array<Promise<void>> = [];
  const start: StartImages = (ended) => {
    let gone = () => {};
    children.push(
      new Promise((resolve) => {
        gone = resolve;
      }),
    );
    return forkImages((error) => {
      ended(error);
      gone();
    });
  };
  return { images: imagesIn(start, clock), children };
}

const small = async (images: ImageProcessor) => (await sharp((await images.square(photo)).small).metadata()).width;

it('takes a good photo while the minute since two others that came at once runs out', async () => {
  const clock = new FakeClock();
  const { images, children } = decoding(clock);
  expect(await Promise.all([small(images), small(images)])).toEqual([96, 96]);
  clock.pass(45_000);
  const third = small(images);
  clock.pass(15_000);
  expect(await third).toBe(96);
  expect(children).toHaveLength(1);
});

it('takes a good photo that comes just as the process of the last one is ended', async () => {
  const clock = new FakeClock();
  const { images, children } = decoding(clock);
  expect(await small(images)).toBe(96);
  clock.pass(60_000);
  expect(await small(images)).toBe(96);
  expect(children).toHaveLength(2);
});

it('ends the process when nothing has come for a minute, and never while it works', async () => {
  const clock = new FakeClock();
  const { images, children } = decoding(clock);
  await small(images);
  const [first] = children;
  clock.pass(59_000);
  await small(images);
  clock.pass(59_000);
  await small(images);
  expect(children).toHaveLength(1);
  clock.pass(60_000);
  await first;
});

it('refuses a picture that takes twenty seconds, and takes the next', async () => {
  const clock = new FakeClock();
  const { images, children } = decoding(clock);
  const hanging = images.square(photo);
  const refused = expect(hanging).rejects.toMatchObject({ data: { sentence: { key: 'errors.photoDamaged' } } });
  clock.pass(20_000);
  await refused;
  expect(await small(images)).toBe(96);
  expect(children).toHaveLength(2);
});
