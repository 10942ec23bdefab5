import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Keyv } from 'keyv';
import { newToken } from '#main/services/tokens.ts';
import type { SessionStore } from '../store.ts';

const ENDING = '.session';

/** Sessions in files, one each, in a folder of their own. */
export function fileStore(folder: string, seal: Buffer): SessionStore {
  const adapter = {
    opts: {},
    on: () => adapter,
    get: (hash: string) => readFile(fileOf(hash), 'utf8').catch(ignoreMissing),
    async set(hash: string, text: string) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const fresh = `${fileOf(hash)}.${newToken()}`;
      await writeFile(fresh, text, { mode: 0o600 });
      await rename(fresh, fileOf(hash));
    },
    async delete(hash: string) {
      return rm(fileOf(hash)).then(
        () => true,
        (error) => ignoreMissing(error) ?? false,
      );
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
  const keyv = new Keyv({ store: adapter, useKeyPrefix: false, throwOnErrors: true });
  return {
    keyv,
    seal,
    async *all() {
      const names = (await readdir(folder).catch(ignoreMissing)) ?? [];
      for (const name of names) {
        if (!name.endsWith(ENDING)) continue;
        const hash = name.slice(0, -ENDING.length);
        yield [hash, await keyv.get<unknown>(hash).catch(() => null)];
      }
    },
  };

  /** Only what a hash is made of may name a file. */
  function fileOf(hash: string): string {
    if (!/^[\w-]{20,100}$/.test(hash)) throw new Error('not the hash of a session');
    return join(folder, `${hash}${ENDING}`);
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
