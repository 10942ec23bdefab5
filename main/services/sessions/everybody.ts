import { hashToken } from '../tokens.ts';
import type { StoredSessions } from './storedSessions.ts';
import type { SessionNeeds, Sessions } from './types.ts';

type Needs = Pick<SessionNeeds, 'clock' | 'announce'> & {
  stored: StoredSessions;
  /** Changes take turns, so that one that was ended meanwhile is never written back. */
  inTurn: <T>(change: () => Promise<T>) => Promise<T>;
};

/** The sessions of all stations: looking at them, ending them, clearing away. */
export function createEverybodysSessions({
  clock,
  announce,
  stored,
  inTurn,
}: Needs): Pick<Sessions, 'list' | 'listOf' | 'endOne' | 'endAll' | 'clearExpired'> {
  const list = async () => {
    const now = clock.now();
    const open = (await stored.all()).filter((kept) => kept.expiresAt > now);
    return open.sort((a, b) => b.lastSeenAt - a.lastSeenAt);
  };
  const removeOwn = async (userId: number, except: string) => {
    const own = (await stored.all()).filter((found) => found.userId === userId && found.idHash !== except);
    for (const { idHash } of own) await stored.remove(idHash);
    return own.length;
  };

  return {
    list,
    listOf: async (userId) => (await list()).filter((kept) => kept.userId === userId),
    async endOne(userId, idHash) {
      const gone = await inTurn(async () => {
        const found = await stored.get(idHash);
        return found?.userId === userId && (await stored.remove(idHash));
      });
      if (gone) announce([userId]);
      return gone;
    },
    async endAll(userId, keep) {
      const ended = await inTurn(() => removeOwn(userId, keep?.sessionId ? hashToken(keep.sessionId) : ''));
      if (ended > 0) announce([userId]);
      return ended;
    },
    clearExpired: () => inTurn(() => stored.sweep(clock.now())),
  };
}
