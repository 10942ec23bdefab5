import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { storageErrorCode } from '#db/index.ts';
import { ImportProblem } from './problem.ts';

/** Windows has no such thing and needs none. */
const { O_RDONLY, O_NONBLOCK = 0 } = constants;

/**
 * Opens an ordinary file for reading. Raises {@link ImportProblem} for a pipe, a device or a socket, also at the end of a
 * link: those can keep a reader waiting for ever or never end. It is the open file that is asked, since what has a name may
 * be another thing by then; and opening waits for nobody.
 */
export async function openRegular(path: string): Promise<FileHandle> {
  const handle = await open(path, O_RDONLY | O_NONBLOCK).catch((error: unknown) => {
    throw storageErrorCode(error) === 'ENXIO' ? notOrdinary(path) : error;
  });
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw notOrdinary(path);
}

export const notOrdinary = (path: string) => new ImportProblem('notOrdinary', { path });

/** The text of an ordinary file (UTF-8) of so many bytes at most, or null for a longer one; `onDone` hears the bytes read. */
export async function readWhole(path: string, most: number, onDone: (bytes: number) => void): Promise<string | null> {
  const handle = await openRegular(path);
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of handle.createReadStream() as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > most) return null;
    parts.push(part);
    onDone(length);
  }
  return Buffer.concat(parts)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}
