import { statfsSync } from 'node:fs';

/** Less than this is no space to work in: a day's changes and their safety copy would not fit. */
export const LEAST_SPACE = 64 * 1024 ** 2;

/** Bytes this user may still write where `folder` (which must exist) lies. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** True where `folder` (which must exist) lies on a disk that counts as full. */
export const isFull = (folder: string) => freeBytes(folder) < LEAST_SPACE;
