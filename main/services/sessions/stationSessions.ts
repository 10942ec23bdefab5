import { momentOf } from '../moments.ts';
import type { Station } from '../stations.ts';
import { hashToken, newToken } from '../tokens.ts';
import type { SessionLife } from './life.ts';
import { createRememberedSession } from './rememberedSession.ts';
import type { StoredSession } from './store.ts';
import type { StoredSessions } from './storedSessions.ts';
import type { Session, SessionNeeds } from './types.ts';
import { createWatch } from './watch.ts';

interface Needs extends SessionNeeds {
  life: SessionLife;
  stored: StoredSessions;
  /** Changes take turns, so that one that was ended meanwhile is never written back. */
  inTurn: <T>(change: () => Promise<T>) => Promise<T>;
}

/** Which session a station has: kept under a new id, found again, locked in time and forgotten. */
export interface StationSessions {
  /** The station's session from now on; the one it had is gone. */
  put(station: Station, session: StoredSession): Promise<void>;
  /** Null when there is none, or it ended meanwhile, which the station then forgets. */
  find(station: Station): Promise<Session | null>;
  /** Locks a station at which nobody did anything for long, and says whether it is locked. */
  isLocked(station: Station, userId: number): boolean;
  end(station: Station): Promise<void>;
  stop(): void;
}

export function createStationSessions(needs: Needs): StationSessions {
  const { clock, settings, announce, life, stored, inTurn } = needs;
  const remembered = createRememberedSession(needs.device, needs.dataKey, needs.log);

  const forget = (station: Station) => {
    Object.assign(station, { sessionId: null, locked: false, confirmedAt: null });
    if (station.remembers) remembered.set(null);
    const gone = watch.drop(station);
    if (gone) announce([gone.userId]);
  };
  const isLocked = (station: Station, userId: number) => {
    if (!station.locked && life.isIdle(station)) {
      station.locked = true;
      announce([userId]);
    }
    return station.locked;
  };
  /** Lock and end are told as they fall, so that a page that does not ask any more forgets what it shows. */
  const watch = createWatch(clock, async (station, session) => {
    if (life.isOver(station, session)) await find(station).catch(() => undefined);
    else isLocked(station, session.userId);
  });
  /** After a start of the program: the session that was to stay, behind the lock. */
  let restored: Promise<void> | undefined;
  const restoreOnce = (station: Station) => {
    restored ??= restore(station);
    return restored;
  };
  const restore = async (station: Station) => {
    const id = remembered.take();
    const found = id && settings.get('accounts').mayStaySignedIn ? await stored.get(hashToken(id)) : null;
    if (!id || !found || station.sessionId) return;
    const startedAt = { monotonic: clock.monotonic(), wall: found.createdAt };
    Object.assign(station, { sessionId: id, locked: true, startedAt, activeAt: momentOf(clock) });
  };
  const find = async (station: Station): Promise<Session | null> => {
    if (station.remembers && !station.sessionId) await restoreOnce(station);
    const id = station.sessionId;
    if (!id) return null;
    const found = await stored.get(hashToken(id));
    if (found && !life.isOver(station, found)) {
      watch.keep(station, found);
      return found;
    }
    if (found) await inTurn(() => stored.remove(found.idHash));
    if (station.sessionId !== id) return null;
    if (found) station.notices.push({ level: 'info', key: 'accounts.sessionEnded', params: {} });
    forget(station);
    return null;
  };

  return {
    find,
    isLocked,
    async put(station, session) {
      const before = station.sessionId;
      const id = newToken();
      const made = { ...session, idHash: hashToken(id) };
      await inTurn(async () => {
        if (before) await stored.remove(hashToken(before));
        await stored.put(made);
      });
      station.sessionId = id;
      watch.keep(station, made);
      if (station.remembers) remembered.set(session.stay ? id : null);
    },
    async end(station) {
      const found = await find(station);
      if (found) await inTurn(() => stored.remove(found.idHash));
      forget(station);
    },
    stop: () => watch.stop(),
  };
}
