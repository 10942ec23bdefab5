import type { Backend } from '#main/backend.ts';
import { readPicture } from '#main/hosts/pictures.ts';
import type { Station } from '#main/services/stations.ts';

/** What stands behind the address of a picture for whoever sits there, as a host hands it out; null when it is refused. */
export async function pictureAt(backend: Backend, station: Station, address: string): Promise<Buffer | null> {
  const { bytes } = await readPicture(backend, { id: 'pictures', station }, address);
  return bytes && Buffer.from(bytes);
}

/** `200`, or the status with which a host refuses the picture. */
export async function pictureStatus(backend: Backend, station: Station, address: string): Promise<number> {
  const picture = await readPicture(backend, { id: 'pictures', station }, address);
  return picture.bytes ? 200 : picture.status;
}
