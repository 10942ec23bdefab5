import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { loadDemo } from '#db/demo/loadDemo.ts';
import { connect, type SqliteConnection } from '#db/sqlite/connection.ts';
import { systemClock } from '#main/adapters/clock.ts';
import { argon2Hasher } from '#main/adapters/hasher.ts';
import { nodeImages } from '#main/adapters/images/node.ts';
import { type Backend, createBackend } from '#main/backend.ts';
import { openDataFolder } from '#main/folders/dataFolder.ts';
import { databaseFile } from '#main/folders/places.ts';
import { peopleFromThread } from '#main/modules/people/imports/demoPeople.ts';
import { programRoot } from '#main/root.ts';
import { newStation, type Station } from '#main/services/stations.ts';

export const credentials = { username: 'bench', password: 'slate-orchard-compass-19' };

export interface BenchClinic {
  readonly backend: Backend;
  readonly client: ReturnType<Backend['clientFor']>;
  readonly station: Station;
  /** The same encrypted file, opened beside the backend with nothing of ours in between. */
  readonly bare: SqliteConnection;
  close(): Promise<void>;
}

/** A clinic of so many demo patients, made once per size and kept in bench-data/. */
export async function openClinic(patients: number): Promise<BenchClinic> {
  const folder = join(programRoot, 'bench-data', String(patients));
  const finished = join(folder, 'finished');
  if (!existsSync(finished)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await fill(folder, patients);
    writeFileSync(finished, '');
  }
  return open(folder);
}

async function fill(folder: string, patients: number): Promise<void> {
  const data = await openDataFolder(folder);
  await data.db.close();
  const startedAt = performance.now();
  await loadDemo(databaseFile(folder), data.key, { patients, seed: 1, now: Date.now(), batches: peopleFromThread });
  process.stderr.write(`${patients} demo patients in ${Math.round((performance.now() - startedAt) / 100) / 10} s\n`);
  data.unlock();
  const clinic = await open(folder, false);
  const administrator = { givenName: 'Bench', familyName: 'Mark', ...credentials };
  await clinic.client.accounts.setup({ clinicName: 'Bench', administrator });
  await clinic.close();
}

async function open(folder: string, signedIn = true): Promise<BenchClinic> {
  const data = await openDataFolder(folder);
  const backend = await createBackend(data.db, {
    clock: systemClock,
    hasher: argon2Hasher,
    images: nodeImages,
    device: { get: () => undefined, set: () => undefined, delete: () => undefined },
    dialogs: null,
    // The log is built as in the app, line by line, but thrown away: a disk's speed is not what is measured here.
    log: pino({ level: 'info', base: null }, { write: () => undefined }),
    workstation: 'bench',
    appVersion: '0',
    dataKey: data.key,
    keyInFile: true,
  });
  const station = newStation('bench', 'bench');
  const client = backend.clientFor({ id: 'bench', station });
  if (signedIn) await client.accounts.signIn(credentials);
  const { sqlite } = connect(databaseFile(folder), data.key);
  return {
    backend,
    client,
    station,
    bare: sqlite,
    async close() {
      sqlite.close();
      await backend.close();
      data.unlock();
    },
  };
}
