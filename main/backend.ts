import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { Contract } from '#contract/index.ts';
import type { Database } from '#db/index.ts';
import type { Connection } from './call/context.ts';
import { closeInTime } from './closing.ts';
import { router } from './modules/index.ts';
import type { Ports } from './ports.ts';
import { createServices, type Services } from './services/index.ts';
import { followPlanFile } from './services/maintenanceFile.ts';
import { connectReceivers } from './services/receivers.ts';
import type { Signals } from './services/signals.ts';
import { followStorage } from './services/storageWatch.ts';
import { keepTidy } from './services/tidy.ts';

/** Everything the product does, with no window in it. Hosts serve `router`; tests and the command line call `clientFor`. */
export interface Backend {
  readonly router: typeof router;
  readonly services: Services;
  /** An in-process client that walks the same pipeline as a window's calls. */
  clientFor(connection: Connection): ContractRouterClient<Contract>;
  /** Writes what is pending and closes the database; ends in time, whatever the disk does, and never rejects. */
  close(): Promise<void>;
}

/** Puts the backend together over an open database; `signals` may already have receivers of the caller's. */
export async function createBackend(db: Database, ports: Ports, signals?: Signals): Promise<Backend> {
  const services = await createServices(db, ports, signals);
  connectReceivers(services);
  followStorage(services);
  const forgetPlans = followPlanFile(services);
  const stopTidying = keepTidy(services);
  return {
    router,
    services,
    clientFor: (connection) =>
      createRouterClient(router, { context: () => ({ services, connection, notices: [] }) }) as RouterClient<
        typeof router
      > &
        ContractRouterClient<Contract>,
    close: () =>
      closeInTime(ports.log, [
        ['plans', forgetPlans],
        ['tidying', stopTidying],
        ['disk space', services.diskSpace.close],
        ['mailer', services.mailer.close],
        ['background tasks', services.backgroundTasks.close],
        ['jobs', services.jobs.close],
        ['database check', services.databaseCheck.close],
        ['search terms', services.searchTerms.stop],
        ['page counts', services.pageCounts.flush],
        ['audit', services.audit.flush],
        ['sessions', services.sessions.close],
        ['caches', services.caches.close],
        ['database', db.close],
      ]),
  };
}
