import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

/** Nobody waits longer than five seconds for the program to end, and the window and the log want some of them, too. */
const LONGEST_MS = 4_000;

type Step = readonly [name: string, close: () => unknown];

/**
 * Takes the steps in order; the log tells of those that fail and of what could not be closed in time, and the others are
 * taken all the same: a disk that takes nothing must keep nobody from leaving. What is committed is safe either way.
 */
export async function closeInTime(log: Logger, steps: readonly Step[]): Promise<void> {
  const tooLate = new AbortController();
  let at = '';
  const closing = async () => {
    for (const [name, close] of steps) {
      at = name;
      await attempt(log, name, close);
    }
    tooLate.abort();
  };
  const waiting = pause(LONGEST_MS, undefined, { signal: tooLate.signal }).then(
    () => log.error({ step: at }, 'not closed in time'),
    () => undefined,
  );
  await Promise.race([closing(), waiting]);
}

async function attempt(log: Logger, name: string, close: () => unknown): Promise<void> {
  try {
    await close();
  } catch (error) {
    log.error({ step: name, error: error instanceof Error ? error.message : typeof error }, 'closing failed');
  }
}
