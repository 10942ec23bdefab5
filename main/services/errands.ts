import type { Logger } from 'pino';

/** What is done after the answer was given, so that the answer tells nothing of it, not even by how long it took. */
export interface Errands {
  /** Begins an errand; when it fails, the log says which one did and with what kind of error. */
  run(name: string, errand: () => Promise<void>): void;
  /** Resolves when all are done. */
  close(): Promise<void>;
}

export function createErrands(log: Logger): Errands {
  const underWay = new Set<Promise<void>>();
  return {
    run(name, errand) {
      const done = errand()
        .catch((error: unknown) =>
          log.error({ errand: name, error: error instanceof Error ? error.name : typeof error }, 'errand failed'),
        )
        .finally(() => underWay.delete(done));
      underWay.add(done);
    },
    close: async () => void (await Promise.all(underWay)),
  };
}
