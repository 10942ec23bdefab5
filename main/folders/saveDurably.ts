import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';

/** Where {@link writeDurably} leaves a text until it is whole. */
export const unfinished = (file: string) => `${file}.new`;

/** Writes a file, for this account alone, that is whole and on disk, or not there at all. */
export function saveDurably(file: string, text: string): void {
  writeDurably(unfinished(file), text);
  renameSync(unfinished(file), file);
}

/** Writes a file, for this account alone, and waits until it is on disk. */
export function writeDurably(file: string, text: string): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    // One left over from before keeps the rights it had.
    fchmodSync(handle, 0o600);
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
