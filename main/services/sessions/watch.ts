import type { Clock } from '#main/ports.ts';
import type { Seat } from '../seats.ts';
import type { Session } from './types.ts';

/** Often, and not just when something is due: timers stand still while the computer sleeps, sessions do not. */
const LOOK_EVERY_MS = 1_000;

/** Looks at every seat where somebody is signed in, by main's own clock, whether or not its page asks. */
export interface Watch {
  /** From now on, with the session as it is now. */
  keep(seat: Seat, session: Session): void;
  /** No longer; answers the session as it was last kept. */
  drop(seat: Seat): Session | null;
  stop(): void;
}

/** `look` is given each seat in turn, with its session as last kept; it must not raise. */
export function createWatch(clock: Clock, look: (seat: Seat, session: Session) => Promise<void>): Watch {
  const watched = new Map<Seat, Session>();
  let callOff: (() => void) | null = null;
  let stopped = false;

  const arm = () => {
    if (!callOff && !stopped && watched.size > 0) callOff = clock.after(LOOK_EVERY_MS, () => void lookAround());
  };
  const lookAround = async () => {
    callOff = null;
    for (const [seat, session] of watched) await look(seat, session);
    arm();
  };

  return {
    keep(seat, session) {
      watched.set(seat, session);
      arm();
    },
    drop(seat) {
      const session = watched.get(seat) ?? null;
      watched.delete(seat);
      return session;
    },
    stop() {
      stopped = true;
      callOff?.();
    },
  };
}
