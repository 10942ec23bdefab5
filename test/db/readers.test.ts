import { expect, it, onTestFinished } from 'vitest';
import { connect } from '#db/sqlite/connection.ts';
import { createReaders } from '#db/sqlite/readers.ts';
import { temporaryDatabase, testKey } from '#test/support/database.ts';

async function countedReaders() {
  const { file } = await temporaryDatabase();
  let opened = 0;
  const readers = createReaders(() => {
    opened += 1;
    return connect(file, testKey, { readonly: true });
  });
  onTestFinished(() => readers.close());
  const read = async <T>(work: () => Promise<T>): Promise<T> => {
    const connection = await readers.take();
    try {
      return await work();
    } finally {
      readers.release(connection);
    }
  };
  return { read, opened: () => opened };
}

it('serves any number of reads at once with a few connections, and keeps them', async () => {
  const { read, opened } = await countedReaders();
  const many = () => Promise.all(Array.from({ length: 200 }, (_, n) => read(async () => n)));
  expect(await many()).toHaveLength(200);
  await many();
  expect(opened()).toBeLessThanOrEqual(8);
});

it('opens another for a read inside a read, however many of them there are', async () => {
  const { read } = await countedReaders();
  const nested = Array.from({ length: 20 }, (_, n) => read(() => read(() => read(async () => n))));
  expect(await Promise.all(nested)).toEqual(Array.from({ length: 20 }, (_, n) => n));
});
