import type { Logger } from 'pino';
import type { Database } from '#db/index.ts';
import { createImports, type Imports } from '#main/imports/jobs.ts';
import type { Clock, Ports } from '#main/ports.ts';
import { type Audit, createAudit } from './audit.ts';
import { type Cache, createCache } from './cache.ts';
import { createMessages, type Messages } from './messages.ts';
import { createPageCounts, type PageCounts } from './pageCounts.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { loadSettings, type Settings } from './settings.ts';
import { createSignals, type Signals } from './signals.ts';

/** What several modules and the pipeline use; one set for the life of the backend. */
export interface Services {
  readonly db: Database;
  readonly ports: Ports;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signals: Signals;
  readonly settings: Settings;
  readonly sessions: Sessions;
  readonly audit: Audit;
  readonly messages: Messages;
  readonly pageCounts: PageCounts;
  readonly cache: Cache;
  readonly imports: Imports;
}

export async function createServices(db: Database, ports: Ports): Promise<Services> {
  const { clock, log } = ports;
  const onFault = (error: unknown) =>
    log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'deferred write failed');
  const signals = createSignals();
  const cache = createCache(clock);
  return {
    db,
    ports,
    clock,
    log,
    signals,
    settings: await loadSettings(db),
    sessions: createSessions(db, clock, ports.appVersion),
    audit: createAudit(db, onFault),
    messages: await createMessages(db, clock),
    pageCounts: createPageCounts(db, clock, onFault),
    cache,
    imports: createImports({ db, ports, cache, signals }),
  };
}
