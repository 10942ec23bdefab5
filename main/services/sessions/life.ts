import { elapsedSince } from '../moments.ts';
import type { Station } from '../stations.ts';
import type { StoredSession } from './store.ts';
import type { SessionNeeds } from './types.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A session nobody uses ends after this long, unless its owner asked to stay signed in. */
const SLIDING_MS = 4 * HOUR;
/** How old the stored "last seen" may be before an activity writes it anew. */
const TOUCH_EVERY_MS = MINUTE;
/** How long the password counts as freshly given. */
export const FRESH_MS = 5 * MINUTE;

type Times = Pick<StoredSession, 'createdAt' | 'lastSeenAt' | 'expiresAt' | 'endsAt' | 'stay'>;

/** How long sessions last and when stations lock, by main's own clock and the clinic's settings. */
export interface SessionLife {
  /** The times of a session that begins now at this station. */
  begin(station: Station, wantsToStay: boolean): Times;
  /** What an activity now changes in a session; null when it was written down lately. */
  touch(session: Times): Pick<Times, 'lastSeenAt' | 'expiresAt'> | null;
  isOver(station: Station, session: Times): boolean;
  /** Nobody did anything at the station for so long that it locks. */
  isIdle(station: Station): boolean;
  /** Milliseconds until the station locks and until its session ends. */
  left(station: Station, session: Times): { locks: number; ends: number };
  /** Milliseconds for which the password still counts as freshly given. */
  freshFor(station: Station): number;
}

export function createSessionLife({ clock, settings }: Pick<SessionNeeds, 'clock' | 'settings'>): SessionLife {
  const policy = () => settings.get('accounts');
  const untilLock = (station: Station) => policy().lockMinutes * MINUTE - elapsedSince(clock, station.activeAt);
  const untilEnd = (station: Station, { createdAt, endsAt }: Times) =>
    endsAt - createdAt - elapsedSince(clock, station.startedAt);
  const expiry = (now: number, { stay, endsAt }: Pick<Times, 'stay' | 'endsAt'>) =>
    stay ? endsAt : Math.min(now + SLIDING_MS, endsAt);

  return {
    begin(station, wantsToStay) {
      const now = clock.now();
      const { mayStaySignedIn, stayDays, sessionHours } = policy();
      const stay = wantsToStay && mayStaySignedIn && station.remembers;
      const endsAt = now + (stay ? stayDays * 24 : sessionHours) * HOUR;
      return { createdAt: now, lastSeenAt: now, expiresAt: expiry(now, { stay, endsAt }), endsAt, stay };
    },
    touch(session) {
      const now = clock.now();
      return now - session.lastSeenAt > TOUCH_EVERY_MS ? { lastSeenAt: now, expiresAt: expiry(now, session) } : null;
    },
    isOver(station, session) {
      const now = clock.now();
      if (session.expiresAt <= now || session.endsAt <= now) return true;
      // Also where the computer's date was set back meanwhile.
      if (untilEnd(station, session) <= 0) return true;
      return !session.stay && elapsedSince(clock, station.activeAt) >= SLIDING_MS;
    },
    isIdle: (station) => untilLock(station) <= 0,
    left: (station, session) => ({
      locks: Math.max(untilLock(station), 0),
      ends: Math.max(untilEnd(station, session), 0),
    }),
    freshFor: (station) => (station.confirmedAt ? Math.max(FRESH_MS - elapsedSince(clock, station.confirmedAt), 0) : 0),
  };
}
