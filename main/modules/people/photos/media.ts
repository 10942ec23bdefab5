import { eq, sql } from 'drizzle-orm';
import type { PhotoSubject } from '#contract/people/photos.ts';
import { permissionTo } from '#contract/permission.ts';
import { prepared, type Reader } from '#db/index.ts';
import { imageFile, photo, user } from '#db/schema/index.ts';
import type { Services } from '#main/services/index.ts';
import type { Seat } from '#main/services/seats.ts';
import { tilesOf } from '#main/services/tiles.ts';
import { userAt } from '#main/services/userAt.ts';
import { hasPermission } from '#main/services/users.ts';

const byId = { 512: preparedFor('large'), 96: preparedFor('small') };

function preparedFor(size: 'large' | 'small') {
  return prepared((reader: Reader) =>
    reader
      .select({ subject: photo.subject, bytes: photo[size] })
      .from(photo)
      .where(eq(photo.id, sql.placeholder('id')))
      .prepare(),
  );
}

const fileById = { small: preparedFile('small'), large: preparedFile('large') };

function preparedFile(size: 'small' | 'large') {
  return prepared((reader: Reader) =>
    reader
      .select({ bytes: imageFile[size] })
      .from(imageFile)
      .where(eq(imageFile.id, sql.placeholder('id')))
      .prepare(),
  );
}

/**
 * The bytes (WebP) behind a media address such as `/photo/<id>/96` or `/image/<id>/small`, for the person signed in at this seat;
 * null when there is no such picture or it is not for these eyes -- the two look the same from outside.
 */
export async function readMedia(services: Services, seat: Seat, address: string): Promise<Buffer | null> {
  const [, kind, id, size] = /^\/(photo|image)\/([\w-]{20,64})\/(96|512|small|large)$/.exec(address) ?? [];
  if (kind === 'photo' && id && (size === '96' || size === '512')) return readPhoto(services, seat, id, Number(size));
  if (kind === 'image' && id && (size === 'small' || size === 'large')) return readImage(services, seat, id, size);
  return null;
}

/** Pictures of the library are for everybody who may see it. */
async function readImage(services: Services, seat: Seat, id: string, size: 'small' | 'large'): Promise<Buffer | null> {
  const who = await userAt(services, seat);
  if (!who || !hasPermission(who, 'images.view')) return null;
  const found = await services.db.read(async (reader) => fileById[size](reader).get({ id }));
  return found?.bytes ?? null;
}

async function readPhoto(services: Services, seat: Seat, id: string, pixels: number): Promise<Buffer | null> {
  const size = pixels === 96 ? 96 : 512;
  const found = await services.db.read(async (reader) => byId[size](reader).get({ id }));
  if (!found) return null;
  return (await maySee(services, seat, found.subject, id)) ? found.bytes : null;
}

async function maySee(services: Services, seat: Seat, subject: PhotoSubject, id: string): Promise<boolean> {
  const who = await userAt(services, seat);
  if (subject === 'user') return who !== null || isOnTile(services, id);
  return who !== null && hasPermission(who, permissionTo('view', subject));
}

/** Before anybody signed in, the photos of those on this computer's tiles are shown, and no others. */
async function isOnTile(services: Services, id: string): Promise<boolean> {
  const [owner] = await services.db.read(async (reader) =>
    reader.select({ id: user.id }).from(user).where(eq(user.photoId, id)),
  );
  return owner !== undefined && (await tilesOf(services.db, services.ports.device)).some((tile) => tile.photoId === id);
}
