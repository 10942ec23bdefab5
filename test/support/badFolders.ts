import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '#db/sqlite/connection.ts';
import { databaseFile } from '#main/folders/places.ts';

/** Data folders as nobody wants them, made of good ones that are closed and have their key in a file. */

const keyFile = (folder: string) => join(folder, 'key.json');
const readKey = (folder: string) => JSON.parse(readFileSync(keyFile(folder), 'utf8')) as { key: string };

/** As a later version of the program leaves it. */
export function makeNewer(folder: string): void {
  const { sqlite } = connect(databaseFile(folder), Buffer.from(readKey(folder).key, 'base64'));
  sqlite
    .prepare("insert into __drizzle_migrations (hash, created_at) values ('from the future', ?)")
    .run(Date.UTC(2099, 0, 1));
  sqlite.close();
}

/** As copied from another computer, whose keychain alone can unwrap the key. */
export function makeForeign(folder: string): void {
  writeFileSync(keyFile(folder), JSON.stringify({ ...readKey(folder), kind: 'system' }));
}

/** Writes into a file until its disk takes no more. */
export function fillDisk(file: string): void {
  for (const bytes of [65_536, 4_096, 1]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(bytes), { flag: 'a' });
    } catch (error) {
      // Full for pieces of that size; anything else is no full disk.
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
}

/** The checksum of every file that holds data; what merely says who has the folder open is left out. */
export function fingerprint(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => !/^in-use|-(wal|shm)$|^logs$/.test(name));
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}
