import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photo } from '#db/schema/index.ts';

import { ADMINISTRATOR, startClinic, type TestBackend } from '#test/support/backend.ts';
import { addPatient } from '#test/support/people.ts';
import { pictureAt } from '#test/support/pictures.ts';

let backend: TestBackend;
let clinic: Awaited<ReturnType<typeof startClinic>>;
let patient: { id: number };

beforeAll(async () => {
  clinic = await startClinic();
  backend = clinic.backend;
  patient = { id: (await addPatient(clinic.admin)).id };
});
afterAll(() => backend.close());

const set = (file: Uint8Array, crop?: { x: number; y: number; size: number }) =>
  clinic.admin.photos.set({
    subject: 'patient',
    subjectId: patient.id,
    file: new Blob([new Uint8Array(file)]),
    ...(crop ? { crop } : {}),
  });

/** A picture, red on the left and blue on the right, 400 × 200. */
const picture = () =>
  sharp({ create: { width: 400, height: 200, channels: 3, background: 'red' } }).composite([
    { input: { create: { width: 200, height: 200, channels: 3, background: 'blue' } }, left: 200, top: 0 },
  ]);

async function colourAt(webp: Buffer, x: number, y: number): Promise<'red' | 'blue' | 'other'> {
  const { data, info } = await sharp(webp).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  const [red = 0, , blue = 0] = [data[at], data[at + 1], data[at + 2]];
  if (red > 180 && blue < 80) return 'red';
  return blue > 180 && red < 80 ? 'blue' : 'other';
}

describe('a photo', () => {
  it('is stored as squares of 512 and 96 pixels, WebP', async () => {
    const { photoId } = await set(await picture().jpeg().toBuffer());
    for (const size of [512, 96]) {
      const bytes = await pictureAt(backend, clinic.station, `/photo/${photoId}/${size}`);
      expect(await sharp(bytes ?? undefined).metadata()).toMatchObject({ format: 'webp', width: size, height: size });
    }
    expect(await clinic.admin.patients.get(patient)).toMatchObject({ photoId, version: 1 });
  });

  it('is turned upright by its own mark and cut where the person said', async () => {
    // Orientation 6: the camera was held upright, so what is stored left lies on top.
    const turned = await picture().withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer();
    const { photoId } = await set(turned, { x: 0, y: 0, size: 200 });
    const bytes = await pictureAt(backend, clinic.station, `/photo/${photoId}/512`);
    expect(await colourAt(bytes ?? Buffer.alloc(0), 256, 400)).toBe('red');
    const lower = await set(turned, { x: 0, y: 200, size: 200 });
    const other = await pictureAt(backend, clinic.station, `/photo/${lower.photoId}/512`);
    expect(await colourAt(other ?? Buffer.alloc(0), 256, 400)).toBe('blue');
  });

  it('keeps nothing of where and with what it was taken, nor what was hidden behind it', async () => {
    const exif = { IFD0: { Make: 'SecretCamera', Copyright: 'SECRET-EXIF' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } };
    const marked = await picture().withExif(exif).jpeg().toBuffer();
    const { photoId } = await set(Buffer.concat([marked, Buffer.from('PK\u0003\u0004 SECRET-TAIL')]));
    const bytes = (await pictureAt(backend, clinic.station, `/photo/${photoId}/512`)) ?? Buffer.alloc(0);
    const { exif: left, xmp, icc } = await sharp(bytes).metadata();
    expect([left, xmp, icc]).toEqual([undefined, undefined, undefined]);
    expect(bytes.includes('SECRET')).toBe(false);
  });

  it('replaces the one before, which is gone', async () => {
    const first = await set(await picture().png().toBuffer());
    await set(await picture().webp().toBuffer());
    expect(await pictureAt(backend, clinic.station, `/photo/${first.photoId}/96`)).toBeNull();
    expect(await backend.services.db.read(async (reader) => reader.select({ id: photo.id }).from(photo))).toHaveLength(
      1,
    );
  });

  it('is shown to nobody who is signed out or may not see the patient', async () => {
    const { photoId } = await set(await picture().png().toBuffer());
    const { station, client } = backend.station();
    expect(await pictureAt(backend, station, `/photo/${photoId}/96`)).toBeNull();
    await client.accounts.signIn({ username: ADMINISTRATOR.username, password: ADMINISTRATOR.password });
    expect(await pictureAt(backend, station, `/photo/${photoId}/96`)).not.toBeNull();
    await client.accounts.signOut();
    expect(await pictureAt(backend, station, `/photo/${photoId}/96`)).toBeNull();
  });

  it('of a recent user is shown before anybody signed in', async () => {
    const file = new Blob([new Uint8Array(await picture().png().toBuffer())]);
    const { photoId } = await clinic.admin.photos.set({ subject: 'user', subjectId: 1, file });
    const { station, client } = backend.station();
    expect(await pictureAt(backend, station, `/recent-user/${photoId}/96`)).not.toBeNull();
    await client.accounts.forgetRecentUser({ username: ADMINISTRATOR.username });
    expect(await pictureAt(backend, station, `/recent-user/${photoId}/96`)).toBeNull();
  });

  it('is removed again', async () => {
    await set(await picture().png().toBuffer());
    await clinic.admin.photos.remove({ subject: 'patient', subjectId: patient.id });
    expect(await clinic.admin.patients.get(patient)).toMatchObject({ photoId: null });
  });
});

describe('what is no photo', () => {
  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    ['an empty file', Buffer.alloc(0)],
    ['noise', Buffer.from('x'.repeat(5000))],
  ])('%s is refused with a sentence', async (_what, file) => {
    await expect(set(file)).rejects.toMatchObject({
      code: 'UNSUPPORTED_FILE',
      data: { sentence: { key: 'errors.photoNotPicture' } },
    });
  });

  it('a file cut short is refused', async () => {
    const whole = await picture().jpeg().toBuffer();
    await expect(set(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({ code: 'UNSUPPORTED_FILE' });
  });

  it('a 14,000 × 14,000 PNG of a few kilobytes is refused by its size in pixels', async () => {
    await expect(set(hugePng(14_000))).rejects.toMatchObject({
      code: 'TOO_LARGE',
      data: { sentence: { key: 'errors.photoTooManyPixels' } },
    });
  });

  it('more than 10 MB is refused', async () => {
    await expect(set(Buffer.alloc(10 * 1024 * 1024 + 1))).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });
});

/** A valid black PNG of so many pixels a side, which unpacks to far more than its file. */
function hugePng(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
