import { ORPCError } from '@orpc/server';
import type { Backend } from '#main/backend.ts';
import type { Connection } from '#main/call/context.ts';

/** A picture (WebP), or the status with which it was refused. */
export type PictureAnswer = { bytes: Uint8Array<ArrayBuffer> } | { bytes: null; status: number };

const NONE: PictureAnswer = { bytes: null, status: 404 };

/**
 * Answers the address of a picture by calling the contract as a page at this connection does, with all that the pipeline
 * asks of a call. Pictures have addresses so that pages show them with `<img>`.
 */
export async function readPicture(backend: Backend, connection: Connection, address: string): Promise<PictureAnswer> {
  const call = callFor(backend.clientFor(connection), address);
  if (!call) return NONE;
  try {
    return { bytes: new Uint8Array(await (await call()).arrayBuffer()) };
  } catch (error) {
    if (error instanceof ORPCError) return { bytes: null, status: error.status };
    throw error;
  }
}

const ADDRESS = /^\/(photo|recent-user)\/([\w-]{20,64})\/(96|512)$|^\/image\/([\w-]{20,64})\/(small|large)$/;

/** `/photo/<id>/96`, `/recent-user/<id>/512`, `/image/<id>/small`: the call each stands for. */
function callFor({ photos, images }: ReturnType<Backend['clientFor']>, address: string): (() => Promise<Blob>) | null {
  const [, door, photoId, pixels, fileId, size] = ADDRESS.exec(address) ?? [];
  if (fileId) return () => images.read({ fileId, size: size === 'large' ? 'large' : 'small' });
  if (!photoId) return null;
  const wanted = { photoId, size: pixels === '512' ? ('large' as const) : ('small' as const) };
  return () => (door === 'recent-user' ? photos.readRecentUser(wanted) : photos.read(wanted));
}
