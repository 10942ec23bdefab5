import { dirname, join } from 'node:path';
import type { Logger } from 'pino';
import type { AccountPolicy } from '#contract/accounts/policy.ts';
import type { Database } from '#db/index.ts';
import { deriveKey, keyedHash } from '../secrets.ts';
import type { SessionStore } from './store.ts';
import { databaseStore } from './stores/database.ts';
import { fileStore } from './stores/file.ts';
import { memoryStore } from './stores/memory.ts';
import { redisStore } from './stores/redis.ts';

export type StoreChoice = AccountPolicy['sessionStore'];

interface Needs {
  db: Database;
  dataKey: Buffer;
  log: Logger;
}

/** The store of the clinic's choice; the database where that one cannot be opened, since people have to be able to sign in. */
export async function openStore(choice: StoreChoice, needs: Needs): Promise<SessionStore> {
  const store = await open(choice, needs).catch((error: unknown) => {
    needs.log.error(
      { store: choice.kind, error: codeOf(error) },
      'session store cannot be opened, the database is used',
    );
    return databaseStore(needs.db);
  });
  store.keyv.on('error', (error: unknown) =>
    needs.log.warn({ store: choice.kind, error: codeOf(error) }, 'session store'),
  );
  return store;
}

async function open({ kind, redisUrl }: StoreChoice, { db, dataKey }: Needs): Promise<SessionStore> {
  if (kind === 'memory') return memoryStore();
  const seal = deriveKey(dataKey, 'sessions');
  if (kind === 'redis') return redisStore(redisUrl, seal, `clinic-desk ${keyedHash(seal, 'namespace').slice(0, 16)}`);
  if (kind === 'file') return fileStore(join(dirname(db.file), 'sessions'), seal);
  return databaseStore(db);
}

/** Never the message: it may hold an address with a password in it. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
}
