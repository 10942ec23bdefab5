import { webcrypto } from 'node:crypto';
import { join } from 'node:path';
import { app } from 'electron';
import { promises as fs } from 'original-fs';

/** One file of the archive's own table of contents. */
interface Entry {
  unpacked?: boolean;
  integrity?: { hash: string };
  files?: Record<string, Entry>;
}

/** The two lengths before the table of contents, and the two of its wrapping. */
const PREFIX_BYTES = 16;

/**
 * Finds out whether the packed program is as it was built; answers the files that are not, none when all is well.
 * The archive's table of contents is our manifest of the native files outside of it. On Windows and macOS Electron holds the
 * table itself against a hash inside the executable; Linux has no such thing, there the archive's hash lies beside it.
 * On macOS signing writes into native files, and the system refuses those whose signature does not fit.
 */
export async function findTampering(resources = process.resourcesPath): Promise<string[]> {
  if (!app.isPackaged || process.platform === 'darwin') return [];
  const archive = join(resources, 'app.asar');
  const expected = new Map(await nativeHashes(archive));
  if (process.platform === 'linux') expected.set('app.asar', (await fs.readFile(`${archive}.sha256`, 'utf8')).trim());
  const found = await Promise.all(
    [...expected].map(async ([name, hash]) => ((await hashOf(join(resources, name))) === hash ? [] : [name])),
  );
  return found.flat();
}

async function nativeHashes(archive: string): Promise<Array<[string, string]>> {
  return hashesIn(await readTable(archive), 'app.asar.unpacked');
}

async function readTable(archive: string): Promise<Entry> {
  const handle = await fs.open(archive);
  try {
    const prefix = Buffer.alloc(PREFIX_BYTES);
    await handle.read(prefix, 0, PREFIX_BYTES, 0);
    const table = Buffer.alloc(prefix.readUInt32LE(12));
    await handle.read(table, 0, table.length, PREFIX_BYTES);
    return JSON.parse(table.toString('utf8')) as Entry;
  } finally {
    await handle.close();
  }
}

function hashesIn({ files = {} }: Entry, folder: string): Array<[string, string]> {
  return Object.entries(files).flatMap(([name, entry]): Array<[string, string]> => {
    const path = `${folder}/${name}`;
    if (entry.files) return hashesIn(entry, path);
    return entry.unpacked ? [[path, entry.integrity?.hash ?? '']] : [];
  });
}

/** Computed on the system's threads, so that the window comes up meanwhile. */
async function hashOf(path: string): Promise<string | null> {
  try {
    return Buffer.from(await webcrypto.subtle.digest('SHA-256', await fs.readFile(path))).toString('hex');
  } catch {
    return null;
  }
}
