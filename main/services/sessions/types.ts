import type { Logger } from 'pino';
import type { Database } from '#db/index.ts';
import type { Clock, DeviceStore } from '#main/ports.ts';
import type { Seat } from '../seats.ts';
import type { Settings } from '../settings.ts';
import type { StoredSession } from './store.ts';

export interface Session extends StoredSession {
  idHash: string;
}

export interface Sessions {
  /** Signs a user in at a seat under a new id; the seat's session before, if any, is gone. */
  begin(seat: Seat, user: { id: number; credentialVersion: number }, options?: { stay?: boolean }): Promise<void>;
  /**
   * Runs a change of its user's credentials: the seat's session goes on under a new id, valid for the version that the
   * change answers. Whoever asks for the session meanwhile is answered afterwards, so that no page takes itself for
   * signed out in between; `change` itself must not ask.
   */
  renew<T extends { credentialVersion: number }>(seat: Seat, change: () => Promise<T>): Promise<T>;
  /** The seat's session and whether the seat is locked, by main's own clock; null when there is none or it has ended. */
  of(seat: Seat): Promise<{ session: Session; locked: boolean } | null>;
  /** The seat's session while the seat is not locked. */
  current(seat: Seat): Promise<Session | null>;
  /** Somebody does something at the seat. */
  active(seat: Seat, session: Session): Promise<void>;
  lock(seat: Seat): void;
  /** The password was given: opens the seat, and counts as fresh. */
  confirm(seat: Seat): void;
  /** Milliseconds for which the password still counts as freshly given. */
  freshFor(seat: Seat): number;
  /** Milliseconds until the seat locks and until its session ends. */
  left(seat: Seat, session: Session): { locks: number; ends: number };
  end(seat: Seat): Promise<void>;
  /** Everybody's that have not ended. */
  list(): Promise<Session[]>;
  listOf(userId: number): Promise<Session[]>;
  /** Ends one session of a user by the name `listOf` gave it; false when it is not (any more) theirs. */
  endOne(userId: number, idHash: string): Promise<boolean>;
  /** Ends all sessions of a user but, if given, the one of this seat; answers how many. */
  endAll(userId: number, keep?: Seat): Promise<number>;
  /** Removes what has expired or cannot be read; answers how many. */
  clearExpired(): Promise<number>;
  close(): Promise<void>;
}

export interface SessionNeeds {
  db: Database;
  clock: Clock;
  settings: Settings;
  device: DeviceStore;
  dataKey: Buffer;
  appVersion: string;
  log: Logger;
  /** Tells open pages that somebody's session is different now. */
  announce(userIds: number[]): void;
}
