import type { Session, SessionNeeds } from './index.ts';
import { openStore, type StoreChoice } from './open.ts';
import { type SessionStore, type StoredSession, storedSession } from './store.ts';

const DAY = 86_400_000;

/** Sessions in the store that the settings name now; what comes out is checked. */
export interface Shelf {
  get(idHash: string): Promise<Session | null>;
  put(idHash: string, session: StoredSession): Promise<void>;
  remove(idHash: string): Promise<boolean>;
  all(): Promise<Session[]>;
  sweep(now: number): Promise<number>;
  close(): Promise<void>;
}

export function createShelf(needs: SessionNeeds): Shelf {
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
      const session = parse(idHash, value);
      if (session) await next.keyv.set(idHash, withoutHash(session), ttl(session));
    }
    await disconnect(old);
    return next;
  };
  const parse = (idHash: string, value: unknown): Session | null => {
    const parsed = storedSession.safeParse(value);
    if (parsed.success) return { idHash, ...parsed.data };
    log.warn({ event: 'unreadable session' }, 'a stored session cannot be read and counts as none');
    return null;
  };
  /** For the store's own tidying only; whether a session still holds is main's to say, by its own clock. */
  const ttl = ({ endsAt }: StoredSession) => Math.max(endsAt - clock.now(), 0) + DAY;

  return {
    async get(idHash) {
      const value = await (await store()).keyv.get<unknown>(idHash).catch(() => null);
      return value === undefined ? null : parse(idHash, value);
    },
    async put(idHash, session) {
      await (await store()).keyv.set(idHash, session, ttl(session));
    },
    remove: async (idHash) => (await store()).keyv.delete(idHash),
    async all() {
      const found: Session[] = [];
      for await (const [idHash, value] of (await store()).all()) {
        const session = value ? parse(idHash, value) : null;
        if (session) found.push(session);
      }
      return found;
    },
    async sweep(now) {
      const { all, keyv } = await store();
      let gone = 0;
      for await (const [idHash, value] of all()) {
        const session = storedSession.safeParse(value);
        if (session.success && session.data.expiresAt > now && session.data.endsAt > now) continue;
        await keyv.delete(idHash);
        gone += 1;
      }
      return gone;
    },
    async close() {
      if (opened) await disconnect(await opened);
    },
  };
}

const withoutHash = ({ idHash: _, ...session }: Session): StoredSession => session;

const disconnect = (store: SessionStore) => store.keyv.disconnect().catch(() => undefined);
