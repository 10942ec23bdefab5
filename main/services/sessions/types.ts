import type { Logger } from 'pino';
import type { Database } from '#db/index.ts';
import type { Clock, DeviceStore } from '#main/ports.ts';
import type { Settings } from '../settings.ts';
import type { Station } from '../stations.ts';
import type { StoredSession } from './store.ts';

export interface Session extends StoredSession {
  idHash: string;
}

export interface Sessions {
  /** Signs a user in at a station under a new id; the station's session before, if any, is gone. */
  begin(station: Station, user: { id: number; credentialVersion: number }, options?: { stay?: boolean }): Promise<void>;
  /**
   * Runs a change of its user's credentials: the station's session goes on under a new id, valid for the version that the
   * change answers. Whoever asks for the session meanwhile is answered afterwards, so that no page takes itself for
   * signed out in between; `change` itself must not ask.
   */
  renew<T extends { credentialVersion: number }>(station: Station, change: () => Promise<T>): Promise<T>;
  /** The station's session and whether the station is locked, by main's own clock; null when there is none or it has ended. */
  of(station: Station): Promise<{ session: Session; locked: boolean } | null>;
  /** The station's session while the station is not locked. */
  current(station: Station): Promise<Session | null>;
  /** Somebody does something at the station. */
  active(station: Station, session: Session): Promise<void>;
  lock(station: Station): void;
  /** The password was given: opens the station, and counts as fresh. */
  confirm(station: Station): void;
  /** Milliseconds for which the password still counts as freshly given. */
  freshFor(station: Station): number;
  /** Milliseconds until the station locks and until its session ends. */
  left(station: Station, session: Session): { locks: number; ends: number };
  end(station: Station): Promise<void>;
  /** Everybody's that have not ended. */
  list(): Promise<Session[]>;
  listOf(userId: number): Promise<Session[]>;
  /** Ends one session of a user by the name `listOf` gave it; false when it is not (any more) theirs. */
  endOne(userId: number, idHash: string): Promise<boolean>;
  /** Ends all sessions of a user but, if given, the one of this station; answers how many. */
  endAll(userId: number, keep?: Station): Promise<number>;
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
