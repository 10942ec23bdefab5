import { dirname } from 'node:path';
import type { Logger } from 'pino';
import type { Database } from '#db/index.ts';
import type { Clock, Ports } from '#main/ports.ts';
import { type Audit, createAudit } from './audit.ts';
import { type BackgroundTasks, createBackgroundTasks } from './backgroundTasks.ts';
import { type Caches, createCaches } from './cache/index.ts';
import { createRememberedDevice, type RememberedDevice } from './credentials/rememberedDevice.ts';
import { createSignedInHere, type SignedInHere } from './credentials/signedInHere.ts';
import { createDatabaseCheck, type DatabaseCheck } from './databaseCheck.ts';
import { createDeviceValues, type DeviceValues } from './deviceValues.ts';
import { createDiskSpace, type DiskSpace } from './diskSpace.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createJobs, type Jobs } from './jobs.ts';
import { createLive, type Live } from './live.ts';
import { createMailer, type Mailer } from './mail.ts';
import { createMessages, type Messages } from './messages.ts';
import { createPageCounts, type PageCounts } from './pageCounts.ts';
import { bringTermsUpToDate, type SearchTerms } from './searchTerms.ts';
import { deriveKey } from './secrets.ts';
import { createSessions, type Sessions } from './sessions/index.ts';
import { loadSettings, type Settings } from './settings.ts';
import { createSignals, type Signals } from './signals.ts';
import { createThrottle, type Throttle } from './throttle.ts';

/** What several modules and the pipeline use; one set for the life of the backend. */
export interface Services {
  readonly db: Database;
  readonly ports: Ports;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signals: Signals;
  readonly settings: Settings;
  readonly sessions: Sessions;
  readonly throttle: Throttle;
  readonly drafts: Drafts;
  readonly deviceValues: DeviceValues;
  readonly rememberedDevice: RememberedDevice;
  readonly signedInHere: SignedInHere;
  readonly live: Live;
  readonly audit: Audit;
  readonly messages: Messages;
  readonly mailer: Mailer;
  readonly backgroundTasks: BackgroundTasks;
  readonly pageCounts: PageCounts;
  readonly caches: Caches;
  readonly jobs: Jobs;
  readonly databaseCheck: DatabaseCheck;
  readonly diskSpace: DiskSpace;
  readonly searchTerms: SearchTerms;
  /** For the hashes of reset and recovery codes. */
  readonly codeKey: Buffer;
}

export async function createServices(
  db: Database,
  ports: Ports,
  signals: Signals = createSignals(),
): Promise<Services> {
  const { clock, log, device, dataKey, appVersion } = ports;
  const onFault = (error: unknown) =>
    log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'deferred write failed');
  const announce = (ids: number[]) => void signals.sendRobust('committed', { kind: 'session', ids });
  const settings = await loadSettings(db, deriveKey(dataKey, 'settings'));
  const live = createLive();
  const diskSpace = await createDiskSpace(dirname(db.file), clock, () => live.publish({ kind: 'storage', ids: [] }));
  return {
    db,
    ports,
    clock,
    log,
    signals,
    settings,
    sessions: createSessions({ db, clock, settings, device, dataKey, appVersion, log, announce }),
    throttle: createThrottle(db, clock),
    drafts: createDrafts(db, clock, dataKey),
    deviceValues: createDeviceValues(device, clock, dataKey),
    rememberedDevice: createRememberedDevice(device, clock, dataKey),
    signedInHere: createSignedInHere(device, clock, dataKey),
    live,
    audit: createAudit(db, onFault),
    messages: await createMessages(db, clock),
    mailer: createMailer(settings),
    backgroundTasks: createBackgroundTasks(log),
    pageCounts: createPageCounts(db, clock, onFault),
    caches: createCaches({ db, dataKey, settings, clock, log }),
    jobs: createJobs(),
    diskSpace,
    databaseCheck: createDatabaseCheck({ db, ports, settings, signals }),
    searchTerms: bringTermsUpToDate({ db, ports, signals }),
    codeKey: deriveKey(dataKey, 'codes'),
  };
}
