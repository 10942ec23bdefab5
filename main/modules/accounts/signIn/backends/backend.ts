import type { Logger } from 'pino';
import type { backendName } from '#contract/accounts/policy.ts';
import type { Database } from '#db/index.ts';
import type { Write } from '#main/call/context.ts';
import type { Clock, Hasher } from '#main/ports.ts';
import { writeAudited } from '#main/records/writeAudited.ts';
import type { Services } from '#main/services/index.ts';
import type { Settings } from '#main/services/settings.ts';

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
  /** Changes accounts in one transaction, with their rows in the audit. */
  write: Write;
}

/** What backends work with when somebody at `workstation` asks. */
export function backendNeeds(services: Services, workstation: string): BackendNeeds {
  const { db, clock, settings, log, ports } = services;
  const as = { procedure: 'accounts.signIn', userId: null, workstation };
  return { db, clock, settings, log, hasher: ports.hasher, write: (changes) => writeAudited(services, as, changes) };
}

/** One way of finding out whose credentials these are. */
export interface AuthBackend {
  readonly name: BackendName;
  authenticate(needs: BackendNeeds, credentials: Credentials): Promise<Answer>;
}
