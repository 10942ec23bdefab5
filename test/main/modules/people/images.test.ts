import { randomUUID } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LinkFetcher } from '#main/ports.ts';
import { Refusal } from '#main/refusal.ts';
import { startClinic, type TestBackend } from '#test/support/backend.ts';
import { addDoctor, addPatient } from '#test/support/people.ts';
import { pictureAt } from '#test/support/pictures.ts';
import { codeOf, GROUPS, hire } from '#test/support/staff.ts';

let clinic: Awaited<ReturnType<typeof startClinic>>;
let backend: TestBackend;
let reader: Awaited<ReturnType<typeof hire>>;
let web: LinkFetcher = async () => Buffer.alloc(0);

beforeAll(async () => {
  clinic = await startClinic({ fetchLink: (address) => web(address) });
  backend = clinic.backend;
  reader = await hire(clinic, 'reader', { groupIds: [GROUPS.readOnly] });
});
afterAll(() => backend.close());

const picture = (width = 3000, height = 1500) => sharp({ create: { width, height, channels: 3, background: 'teal' } });
const blob = async (made: Sharp) => new Blob([new Uint8Array(await made.jpeg().toBuffer())]);

async function add(caption: string, tags: string[] = [], file?: Blob) {
  const image = { caption, tags };
  return clinic.admin.images.add({ createKey: randomUUID(), file: file ?? (await blob(picture(60, 40))), image });
}

describe('an image of the library', () => {
  it('is kept in its shape, at most 2000 pixels, with a small one, as WebP without metadata', async () => {
    const exif = { IFD0: { Copyright: 'SECRET-EXIF' } };
    const image = await add('Fracture of the radius', ['X-ray'], await blob(picture().withExif(exif)));
    expect(image).toMatchObject({ width: 2000, height: 1000, version: 1, status: 'active', source: '' });
    const read = (size: string) => pictureAt(backend, clinic.station, `/image/${image.fileId}/${size}`);
    const [large, small] = [await read('large'), await read('small')];
    expect(await sharp(large ?? undefined).metadata()).toMatchObject({ format: 'webp', width: 2000, height: 1000 });
    expect(await sharp(small ?? undefined).metadata()).toMatchObject({ format: 'webp', width: 400, height: 200 });
    expect(large?.includes('SECRET')).toBe(false);
    expect(await read('512')).toBeNull();
  });

  it('is never made larger, and stands upright', async () => {
    const turned = new Blob([new Uint8Array(await picture(90, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer())]);
    expect(await add('Upright', [], turned)).toMatchObject({ width: 30, height: 90 });
  });

  it('is added once, however often its form arrives', async () => {
    const call = { createKey: randomUUID(), file: await blob(picture(9, 9)), image: { caption: 'Once', tags: [] } };
    const [first, second] = [await clinic.admin.images.add(call), await clinic.admin.images.add(call)];
    expect(second.id).toBe(first.id);
  });

  it('is shown to whom may see the library, and to nobody signed out', async () => {
    const { fileId, id } = await add('For some eyes');
    const nobody = await hire(clinic, 'nobody', { groupIds: [] });
    const address = `/image/${fileId}/small`;
    expect(await pictureAt(backend, reader.station, address)).not.toBeNull();
    expect(await pictureAt(backend, nobody.station, address)).toBeNull();
    expect(await pictureAt(backend, backend.station().station, address)).toBeNull();
    expect(await codeOf(nobody.client.images.get({ id }))).toBe('FORBIDDEN');
    expect(await codeOf(reader.client.images.archive({ id, version: 1 }))).toBe('FORBIDDEN');
  });

  it('changes only from the version one has seen, and can be archived and brought back', async () => {
    const { id } = await add('Rash', ['skin']);
    const change = (version: number, caption: string) =>
      clinic.admin.images.update({ id, version, image: { caption, tags: ['Skin', 'skin', 'child'] } });
    expect(await change(1, 'Rash of a child')).toMatchObject({ version: 2, tags: ['Skin', 'child'] });
    expect(await codeOf(change(1, 'Too late'))).toBe('CONFLICT');
    expect(await clinic.admin.images.archive({ id, version: 2 })).toMatchObject({ status: 'archived' });
    expect((await clinic.admin.images.list({ text: 'rash' })).rows).toEqual([]);
    expect((await clinic.admin.images.list({ text: 'rash', status: 'archived' })).rows).toHaveLength(1);
    expect(await clinic.admin.images.restore({ id, version: 3 })).toMatchObject({ status: 'active', version: 4 });
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['a GIF', 'GIF89a'],
    ['nothing', ''],
  ])('%s is refused with a sentence', async (_what, content) => {
    await expect(add('No picture', [], new Blob([content]))).rejects.toMatchObject({
      code: 'UNSUPPORTED_FILE',
      data: { sentence: { key: 'errors.photoNotPicture' } },
    });
  });
});

describe('the list', () => {
  it('is paged by the newest, and found by words of caption and tags and by one tag', async () => {
    const made = [];
    for (const n of [1, 2, 3, 4, 5]) made.push(await add(`Elbow number ${n}`, [n % 2 ? 'Odd one' : 'even', 'Élbow']));
    const first = await clinic.admin.images.list({ text: 'elb num', limit: 2 });
    expect(first.rows.map(({ id }) => id)).toEqual([made[4]?.id, made[3]?.id]);
    const rest = await clinic.admin.images.list({ text: 'elb num', before: first.next ?? undefined });
    expect(rest.rows).toHaveLength(3);
    expect(rest.next).toBeNull();
    expect((await clinic.admin.images.list({ tag: 'odd ONE' })).rows).toHaveLength(3);
    expect((await clinic.admin.images.list({ text: 'bow' })).rows).toEqual([]);
    expect((await clinic.admin.images.list({ text: '100% _' })).rows).toEqual([]);
    const tags = await clinic.admin.images.tags();
    expect(tags[0]).toMatchObject({ tag: 'Élbow', images: 5 });
  });
});

describe('by link', () => {
  const link = (url: string) =>
    clinic.admin.images.addLink({ createKey: randomUUID(), url, image: { caption: 'From the web', tags: [] } });

  it('is fetched by main and remembers the host', async () => {
    web = async () => picture(50, 50).png().toBuffer();
    expect(await link('https://pictures.example/a.png?token=secret')).toMatchObject({
      source: 'pictures.example',
      width: 50,
    });
  });

  it('is no picture because the address says so', async () => {
    web = async () => Buffer.from('<html>not a picture</html>');
    expect(await codeOf(link('https://pictures.example/a.png'))).toBe('UNSUPPORTED_FILE');
  });

  it('says why it was refused', async () => {
    web = async () => {
      throw new Refusal('VALIDATION', { sentence: { key: 'images.problem.private' } });
    };
    await expect(link('https://10.0.0.1/')).rejects.toMatchObject({
      data: { sentence: { key: 'images.problem.private' } },
    });
  });

  it('can be switched off', async () => {
    await clinic.admin.images.setOptions({ links: false });
    expect(await reader.client.images.options()).toEqual({ links: false });
    expect(await codeOf(link('https://pictures.example/a.png'))).toBe('FORBIDDEN');
    expect(await codeOf(reader.client.images.setOptions({ links: true }))).toBe('FORBIDDEN');
    await clinic.admin.images.setOptions({ links: true });
  });

  it('asks nothing of the network here, where the real fetcher stands, for a private address', async () => {
    const real = await startClinic();
    const call = { createKey: randomUUID(), url: 'https://127.0.0.1:9/', image: { caption: 'Inside', tags: [] } };
    await expect(real.admin.images.addLink(call)).rejects.toMatchObject({
      data: { sentence: { key: 'images.problem.private' } },
    });
    await real.backend.close();
  });
});

describe('bookmarks', () => {
  it('are one’s own, of patients, doctors and images, the newest first', async () => {
    const patient = await addPatient(clinic.admin);
    const doctor = await addDoctor(clinic.admin);
    const image = await add('Worth keeping', ['hand']);
    for (const [kind, { id }] of Object.entries({ patient, doctor, image }) as Array<['patient', { id: number }]>) {
      await clinic.admin.bookmarks.set({ kind, id, on: true });
      await clinic.admin.bookmarks.set({ kind, id, on: true });
      backend.clock.pass(1000);
    }
    expect(await clinic.admin.bookmarks.list()).toMatchObject([
      { kind: 'image', name: 'Worth keeping', detail: 'hand', pictureId: image.fileId },
      { kind: 'doctor', name: 'Min Lee' },
      { kind: 'patient', name: 'Ngozi Okafor', detail: patient.mrn },
    ]);
    expect(await reader.client.bookmarks.list()).toEqual([]);
    await clinic.admin.bookmarks.set({ kind: 'doctor', id: doctor.id, on: false });
    expect(await clinic.admin.bookmarks.list()).toHaveLength(2);
    expect(await codeOf(clinic.admin.bookmarks.set({ kind: 'image', id: 999_999, on: true }))).toBe('NOT_FOUND');
  });

  it('show nothing that one may not see', async () => {
    const nobody = await hire(clinic, 'no-rights', { groupIds: [] });
    const { id } = await addPatient(clinic.admin);
    expect(await codeOf(nobody.client.bookmarks.set({ kind: 'patient', id, on: true }))).toBe('FORBIDDEN');
  });
});
