import { storageProblem } from '#db/index.ts';
import { Refusal } from '#main/refusal.ts';
import { seal, unseal } from '../secrets.ts';
import { openStore, type StoreChoice } from './open.ts';
import { type SessionStore, storedSession } from './store.ts';
import type { Session, SessionNeeds } from './types.ts';

const DAY = 86_400_000;

/** Sessions in the store that the settings name now; what comes out is checked. */
export interface StoredSessions {
  get(idHash: string): Promise<Session | null>;
  put(session: Session): Promise<void>;
  remove(idHash: string): Promise<boolean>;
  all(): Promise<Session[]>;
  sweep(now: number): Promise<number>;
  close(): Promise<void>;
}

export function createStoredSessions(needs: SessionNeeds): StoredSessions {
  const { settings, log, clock } = needs;
  let chosen: StoreChoice | undefined;
  let opened: Promise<SessionStore> | undefined;

  /** The store, another one as soon as the settings say so; those signed in stay so. */
  const store = (): Promise<SessionStore> => {
    const choice = settings.get('accounts').sessionStore;
    if (opened && (choice === chosen || JSON.stringify(choice) === JSON.stringify(chosen))) {
      chosen = choice;
      return opened;
    }
    const before = opened;
    chosen = choice;
    opened = openStore(choice, needs).then((next) => (before ? moved(before, next) : next));
    return opened;
  };
  const moved = async (before: Promise<SessionStore>, next: SessionStore) => {
    const old = await before;
    for await (const [idHash, value] of old.all()) {
      const session = read(old, idHash, value);
      if (session) await write(next, session);
    }
    await disconnect(old);
    return next;
  };
  const read = ({ seal: key }: SessionStore, idHash: string, value: unknown): Session | null => {
    const parsed = storedSession.safeParse(key ? unsealed(key, idHash, value) : value);
    if (parsed.success) return { idHash, ...parsed.data };
    log.warn({ event: 'unreadable session' }, 'a stored session cannot be read and counts as none');
    return null;
  };
  const write = async ({ seal: key, keyv }: SessionStore, { idHash, ...session }: Session) => {
    const value = key ? seal(key, Buffer.from(JSON.stringify(session)), idHash).toString('base64') : session;
    await keyv.set(idHash, value, ttl(session));
  };
  /** For the store's own tidying only; whether a session still holds is main's to say, by its own clock. */
  const ttl = ({ endsAt }: { endsAt: number }) => Math.max(endsAt - clock.now(), 0) + DAY;

  return {
    async get(idHash) {
      const from = await store();
      const value = await from.keyv.get<unknown>(idHash).catch(damagedOrOut);
      return value === undefined ? null : read(from, idHash, value);
    },
    put: async (session) => write(await store(), session),
    remove: async (idHash) => (await store()).keyv.delete(idHash),
    async all() {
      const from = await store();
      const found: Session[] = [];
      for await (const [idHash, value] of from.all()) {
        const session = read(from, idHash, value);
        if (session) found.push(session);
      }
      return found;
    },
    async sweep(now) {
      const from = await store();
      let gone = 0;
      for await (const [idHash, value] of from.all()) {
        const session = read(from, idHash, value);
        if (session && session.expiresAt > now && session.endsAt > now) continue;
        await from.keyv.delete(idHash);
        gone += 1;
      }
      return gone;
    },
    async close() {
      if (opened) await disconnect(await opened);
    },
  };
}

/** A session that cannot be read is none; a store that does not answer says nothing about anybody's session. */
function damagedOrOut(error: unknown): null {
  if (error instanceof SyntaxError) return null;
  if (storageProblem(error)) throw error;
  throw new Refusal('BUSY');
}

/** What was sealed for this very place; anything else is nothing. */
function unsealed(key: Buffer, idHash: string, value: unknown): unknown {
  const plain = typeof value === 'string' ? unseal(key, Buffer.from(value, 'base64'), idHash) : null;
  return plain && JSON.parse(plain.toString());
}

const disconnect = (store: SessionStore) => store.keyv.disconnect().catch(() => undefined);
