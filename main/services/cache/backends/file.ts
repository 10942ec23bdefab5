import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newToken } from '#main/services/tokens.ts';
import { asSealedText } from '../coders.ts';
import { type CacheStore, keyvStore } from '../store.ts';
import { keyvOver, surplus } from './adapter.ts';

const ENDING = '.cache';
/** So many writes pass until the files are counted again. */
const COUNT_EVERY = 20;

/** Entries in sealed files, one each, in a folder of their own; files that are not ours are let be. */
export function fileStore(folder: string, key: Buffer, maxEntries: number): CacheStore {
  let writes = 0;
  const fileOf = (name: string) => join(folder, `${name}${ENDING}`);
  const files = async () => {
    const names = (await readdir(folder).catch(ignoreMissing)) ?? [];
    return names.filter((name) => name.endsWith(ENDING)).map((name) => join(folder, name));
  };
  const sized = async () => {
    const found = await Promise.all(
      (await files()).map(async (path) => ({ path, at: await stat(path).catch(ignoreMissing) })),
    );
    return found.flatMap(({ path, at }) => (at ? [{ path, bytes: at.size, writtenAt: at.mtimeMs }] : []));
  };
  const cull = async () => {
    const found = (await sized()).sort((a, b) => a.writtenAt - b.writtenAt);
    const gone = found.slice(0, surplus(found.length, maxEntries));
    await Promise.all(gone.map(({ path }) => rm(path, { force: true })));
  };
  const keyv = keyvOver({
    get: (name) => readFile(fileOf(name), 'utf8').catch(ignoreMissing),
    async set(name, text) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const fresh = join(folder, `${newToken()}.new`);
      await writeFile(fresh, text, { mode: 0o600 });
      await rename(fresh, fileOf(name));
      writes += 1;
      if (writes % Math.min(COUNT_EVERY, maxEntries) === 0) await cull();
    },
    delete: (name) =>
      rm(fileOf(name)).then(
        () => true,
        (error) => ignoreMissing(error) ?? false,
      ),
    clear: async () => void (await Promise.all((await files()).map((path) => rm(path, { force: true })))),
  });
  return keyvStore(keyv, {
    coder: asSealedText(key),
    async measure() {
      const found = await sized();
      return { keys: found.length, bytes: found.reduce((sum, { bytes }) => sum + bytes, 0) };
    },
  });
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
