import type { Clock } from '#main/ports.ts';
import type { Station } from '../stations.ts';
import type { Session } from './types.ts';

/** Often, and not just when something is due: timers stand still while the computer sleeps, sessions do not. */
const LOOK_EVERY_MS = 1_000;

/** Looks at every station where somebody is signed in, by main's own clock, whether or not its page asks. */
export interface Watch {
  /** From now on, with the session as it is now. */
  keep(station: Station, session: Session): void;
  /** No longer; answers the session as it was last kept. */
  drop(station: Station): Session | null;
  stop(): void;
}

/** `look` is given each station in turn, with its session as last kept; it must not raise. */
export function createWatch(clock: Clock, look: (station: Station, session: Session) => Promise<void>): Watch {
  const watched = new Map<Station, Session>();
  let callOff: (() => void) | null = null;
  let stopped = false;

  const arm = () => {
    if (!callOff && !stopped && watched.size > 0) callOff = clock.after(LOOK_EVERY_MS, () => void lookAround());
  };
  const lookAround = async () => {
    callOff = null;
    for (const [station, session] of watched) await look(station, session);
    arm();
  };

  return {
    keep(station, session) {
      watched.set(station, session);
      arm();
    },
    drop(station) {
      const session = watched.get(station) ?? null;
      watched.delete(station);
      return session;
    },
    stop() {
      stopped = true;
      callOff?.();
    },
  };
}
