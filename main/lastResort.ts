import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { describeFault } from './pipeline/errors.ts';
import { readableId } from './services/tokens.ts';

const LONGEST_CLOSE_MS = 5_000;

/** How a host leaves. */
export interface LastSteps {
  /** Closes in order what can be closed; it is not waited for longer than a few seconds. */
  close(): Promise<unknown>;
  /** Tells the person, by the id that stands in the log, and leaves the process: started again or not. */
  leave(id: string): void;
}

/**
 * Meets what nobody caught. Nobody knows what such a program still does and what not, so it is not left running half dead:
 * it is logged with an id, closed, and left. Answers how to tell where to log, once that is known.
 */
export function meetFaults({ close, leave }: LastSteps): { logTo(log: Logger): void } {
  let log: Logger | undefined;
  let isLeaving = false;
  const meet = async (error: unknown) => {
    const id = readableId();
    log?.fatal({ id, fault: describeFault(error) }, 'fault nobody caught');
    if (isLeaving) return;
    isLeaving = true;
    await Promise.race([close().catch(() => undefined), pause(LONGEST_CLOSE_MS)]);
    leave(id);
  };
  process.on('uncaughtException', (error) => void meet(error));
  process.on('unhandledRejection', (error) => void meet(error));
  // A terminal that is gone can be told nothing; that is no reason to end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return {
    logTo(opened) {
      log = opened;
    },
  };
}
