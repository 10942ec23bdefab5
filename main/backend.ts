import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { Contract } from '#contract/index.ts';
import type { Database } from '#db/index.ts';
import { router } from './modules/index.ts';
import type { Connection } from './pipeline/context.ts';
import type { Ports } from './ports.ts';
import { createServices, type Services } from './services/index.ts';
import { followPlanFile } from './services/maintenanceFile.ts';
import { connectReceivers } from './services/receivers.ts';
import type { Signals } from './services/signals.ts';
import { keepTidy } from './services/tidy.ts';

/** Everything the product does, with no window in it. Hosts serve `router`; tests and the command line call `clientFor`. */
export interface Backend {
  readonly router: typeof router;
  readonly services: Services;
  /** An in-process client that walks the same pipeline as a window's calls. */
  clientFor(connection: Connection): ContractRouterClient<Contract>;
  /** Writes what is pending and closes the database. */
  close(): Promise<void>;
}

/** Puts the backend together over an open database; `signals` may already have receivers of the caller's. */
export async function createBackend(db: Database, ports: Ports, signals?: Signals): Promise<Backend> {
  const services = await createServices(db, ports, signals);
  connectReceivers(services);
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
    async close() {
      forgetPlans();
      stopTidying();
      services.mailer.close();
      await services.errands.close();
      await services.imports.close();
      await services.databaseCheck.close();
      await services.searchTerms.stop();
      await services.pageCounts.flush();
      await services.audit.flush();
      await services.sessions.close();
      await services.caches.close();
      await db.close();
    },
  };
}
