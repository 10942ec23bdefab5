import type { Logger } from 'pino';
import type { backendName } from '#contract/accounts/policy.ts';
import type { Database } from '#db/index.ts';
import type { Clock, Hasher } from '#main/ports.ts';
import type { Settings } from '#main/services/settings.ts';
import type { Signals } from '#main/services/signals.ts';

export type BackendName = ReturnType<typeof backendName.parse>;

/** As typed; the password in composed form. Neither is ever logged. */
export interface Credentials {
  username: string;
  password: string;
}

/**
 * - `yes`: they are this user's
 * - `no`: not known here, the next backend is asked
 * - `denied`: this person must not come in, whatever the others say
 */
export type Answer =
  | { verdict: 'yes'; userId: number /** The stored hash is of older parameters. */; outdated?: boolean }
  | { verdict: 'no' }
  | { verdict: 'denied' };

/** What a backend works with. */
export interface BackendNeeds {
  db: Database;
  clock: Clock;
  hasher: Hasher;
  settings: Settings;
  log: Logger;
  signals: Signals;
}

/** One way of finding out whose credentials these are. */
export interface AuthBackend {
  readonly name: BackendName;
  authenticate(needs: BackendNeeds, credentials: Credentials): Promise<Answer>;
}
