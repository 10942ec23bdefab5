import { isUnwritable } from '#db/index.ts';
import { serial } from '#db/serial.ts';
import { elapsedSince, momentOf } from '../moments.ts';
import type { Station } from '../stations.ts';
import { hashToken, newToken } from '../tokens.ts';
import { createRememberedSession } from './rememberedSession.ts';
import type { StoredSession } from './store.ts';
import { createStoredSessions } from './storedSessions.ts';
import type { Session, SessionNeeds, Sessions } from './types.ts';
import { createWatch } from './watch.ts';

export type { Session, Sessions } from './types.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const noop = () => {};
/** A session nobody uses ends after this long, unless its owner asked to stay signed in. */
export const SLIDING_MS = 4 * HOUR;
/** How old the stored "last seen" may be before an activity writes it anew. */
const TOUCH_EVERY_MS = MINUTE;
/** How long the password counts as freshly given (A11). */
export const FRESH_MS = 5 * MINUTE;

export function createSessions(needs: SessionNeeds): Sessions {
  const { clock, settings, announce } = needs;
  const stored = createStoredSessions(needs);
  const remembered = createRememberedSession(needs.device, needs.dataKey);
  // Changes take turns, so that one that was ended meanwhile is never written back.
  const inTurn = serial();
  const policy = () => settings.get('accounts');

  const forget = (station: Station) => {
    Object.assign(station, { sessionId: null, locked: false, confirmedAt: null });
    if (station.remembers) remember(null);
    const gone = watch.drop(station);
    if (gone) announce([gone.userId]);
  };
  const isOver = (station: Station, found: Session) => {
    const now = clock.now();
    if (found.expiresAt <= now || found.endsAt <= now) return true;
    if (elapsedSince(clock, station.startedAt) >= found.endsAt - found.createdAt) return true;
    return !found.stay && elapsedSince(clock, station.activeAt) >= SLIDING_MS;
  };
  const isLocked = (station: Station, userId: number) => {
    if (!station.locked && elapsedSince(clock, station.activeAt) >= policy().lockMinutes * MINUTE) {
      station.locked = true;
      announce([userId]);
    }
    return station.locked;
  };
  /** Lock and end are told as they fall, so that a page that does not ask any more forgets what it shows. */
  const watch = createWatch(clock, async (station, session) => {
    if (isOver(station, session)) await find(station).catch(() => undefined);
    else isLocked(station, session.userId);
  });
  /** After a start of the program: the session that was to stay, behind the lock. */
  let restored: Promise<void> | undefined;
  const restore = (station: Station) => {
    if (!station.remembers || station.sessionId) return;
    restored ??= restoreOnce(station);
    return restored;
  };
  const restoreOnce = async (station: Station) => {
    const id = remembered.take();
    const found = id && policy().mayStaySignedIn ? await stored.get(hashToken(id)) : null;
    if (!id || !found || station.sessionId) return;
    const startedAt = { monotonic: clock.monotonic(), wall: found.createdAt };
    Object.assign(station, { sessionId: id, locked: true, startedAt, activeAt: momentOf(clock) });
  };
  const find = async (station: Station): Promise<Session | null> => {
    await restore(station);
    const id = station.sessionId;
    if (!id) return null;
    const found = await stored.get(hashToken(id));
    if (found && !isOver(station, found)) {
      watch.keep(station, found);
      return found;
    }
    if (found) await inTurn(() => stored.remove(found.idHash));
    if (station.sessionId !== id) return null;
    if (found) station.notices.push({ level: 'info', key: 'accounts.sessionEnded', params: {} });
    forget(station);
    return null;
  };
  const put = async (station: Station, session: StoredSession) => {
    const before = station.sessionId;
    const id = newToken();
    const made = { ...session, idHash: hashToken(id) };
    await inTurn(async () => {
      if (before) await stored.remove(hashToken(before));
      await stored.put(made);
    });
    station.sessionId = id;
    watch.keep(station, made);
    if (station.remembers) remember(session.stay ? id : null);
  };
  /** Signed in is signed in, also where the disk does not let the next start know of it. */
  const remember = (id: string | null) => {
    try {
      if (id) remembered.keep(id);
      else remembered.drop();
    } catch (error) {
      if (!isUnwritable(error)) throw error;
      needs.log.warn({ event: 'stay signed in' }, 'the next start will not know of it');
    }
  };
  const renewing = new Map<Station, Promise<void>>();
  const renewed = async <T extends { credentialVersion: number }>(
    station: Station,
    change: () => Promise<T>,
  ): Promise<T> => {
    const found = await find(station);
    const changed = await change();
    if (!found) return changed;
    const { idHash: _, ...session } = found;
    await put(station, { ...session, credentialVersion: changed.credentialVersion });
    return changed;
  };

  const list = async () => {
    const now = clock.now();
    const open = (await stored.all()).filter((kept) => kept.expiresAt > now);
    return open.sort((a, b) => b.lastSeenAt - a.lastSeenAt);
  };

  return {
    async begin(station, user, { stay = false } = {}) {
      const now = clock.now();
      const { mayStaySignedIn, stayDays, sessionHours } = policy();
      const stays = stay && mayStaySignedIn && station.remembers;
      const endsAt = now + (stays ? stayDays * 24 : sessionHours) * HOUR;
      await put(station, {
        userId: user.id,
        credentialVersion: user.credentialVersion,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: stays ? endsAt : Math.min(now + SLIDING_MS, endsAt),
        endsAt,
        workstation: station.workstation,
        address: station.address,
        appVersion: needs.appVersion,
        stay: stays,
      });
      const moment = momentOf(clock);
      Object.assign(station, {
        locked: false,
        pending: null,
        startedAt: moment,
        activeAt: moment,
        confirmedAt: moment,
      });
      announce([user.id]);
    },
    async renew(station, change) {
      const renewal = renewed(station, change);
      const settled = renewal.then(noop, noop);
      renewing.set(station, settled);
      try {
        return await renewal;
      } finally {
        if (renewing.get(station) === settled) renewing.delete(station);
      }
    },
    async of(station) {
      await renewing.get(station);
      const session = await find(station);
      return session && { session, locked: isLocked(station, session.userId) };
    },
    async current(station) {
      await renewing.get(station);
      const session = await find(station);
      return session && !isLocked(station, session.userId) ? session : null;
    },
    async active(station, { idHash, lastSeenAt }) {
      station.activeAt = momentOf(clock);
      const now = clock.now();
      if (now - lastSeenAt <= TOUCH_EVERY_MS) return;
      await inTurn(async () => {
        const kept = await stored.get(idHash);
        if (!kept) return;
        const expiresAt = kept.stay ? kept.endsAt : Math.min(now + SLIDING_MS, kept.endsAt);
        await stored.put({ ...kept, lastSeenAt: now, expiresAt });
      });
    },
    lock(station) {
      station.locked = true;
      station.confirmedAt = null;
    },
    confirm(station) {
      const moment = momentOf(clock);
      Object.assign(station, { locked: false, activeAt: moment, confirmedAt: moment });
    },
    freshFor: (station) => (station.confirmedAt ? Math.max(FRESH_MS - elapsedSince(clock, station.confirmedAt), 0) : 0),
    left(station, session) {
      const lived = elapsedSince(clock, station.startedAt);
      return {
        locks: Math.max(policy().lockMinutes * MINUTE - elapsedSince(clock, station.activeAt), 0),
        ends: Math.max(session.endsAt - session.createdAt - lived, 0),
      };
    },
    async end(station) {
      const found = await find(station);
      if (found) await inTurn(() => stored.remove(found.idHash));
      forget(station);
    },
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
      const kept = keep?.sessionId ? hashToken(keep.sessionId) : '';
      const ended = await inTurn(async () => {
        const own = (await stored.all()).filter((found) => found.userId === userId && found.idHash !== kept);
        for (const { idHash } of own) await stored.remove(idHash);
        return own.length;
      });
      if (ended > 0) announce([userId]);
      return ended;
    },
    clearExpired: () => inTurn(() => stored.sweep(clock.now())),
    close() {
      watch.stop();
      return inTurn(() => stored.close());
    },
  };
}
