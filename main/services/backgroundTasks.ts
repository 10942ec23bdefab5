import type { Logger } from 'pino';

/** What is done after the answer was given, so that the answer tells nothing of it, not even by how long it took. */
export interface BackgroundTasks {
  /** Begins a task; when it fails, the log says which one did and with what kind of error. */
  run(name: string, task: () => Promise<void>): void;
  /** Resolves when all are done. */
  close(): Promise<void>;
}

export function createBackgroundTasks(log: Logger): BackgroundTasks {
  const underWay = new Set<Promise<void>>();
  return {
    run(name, task) {
      const done = task()
        .catch((error: unknown) =>
          log.error(
            { task: name, error: error instanceof Error ? error.name : typeof error },
            'background task failed',
          ),
        )
        .finally(() => underWay.delete(done));
      underWay.add(done);
    },
    close: async () => void (await Promise.all(underWay)),
  };
}
