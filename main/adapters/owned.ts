import { Worker } from 'node:worker_threads';
import { growingDelay } from '#db/tools/growingDelay.ts';

/** What main has started and what may end at any time: a thread or a process. */
interface Helper {
  on(name: 'error', listener: (error: unknown) => void): unknown;
  on(name: 'exit', listener: () => void): unknown;
  /** Of a process; one that could not be started has none, and will never exit. */
  readonly pid?: number | undefined;
}

/**
 * Starts a helper and calls `ended` once when it is over, however that comes: it left (null), it died of an error, or it
 * could not even be started (no descriptors or memory left). Answers null when that is known at once.
 */
export function owned<H extends Helper>(start: () => H, ended: (error: Error | null) => void): H | null {
  let reason: Error | null = null;
  try {
    const helper = start();
    // An error that nobody listens for would be one of the whole program.
    helper.on('error', (error) => {
      reason ??= asError(error);
      if (!(helper instanceof Worker) && helper.pid === undefined) ended(reason);
    });
    helper.on('exit', () => ended(reason));
    return helper;
  } catch (error) {
    ended(asError(error));
    return null;
  }
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

export interface Kept<H> {
  /** The one that runs now; null between an end and the next start. */
  readonly current: H | null;
  /** Lets it rest: nothing is started any more. */
  release(): void;
}

/** Keeps a helper running: whenever it ends, `said` hears why and when the next one is started. */
export function keptRunning<H extends Helper>(
  start: () => H,
  said: (error: Error | null, nextInMs: number) => void,
): Kept<H> {
  const delay = growingDelay();
  let current: H | null = null;
  let timer: NodeJS.Timeout | undefined;
  let released = false;
  const again = (error: Error | null) => {
    current = null;
    if (released) return;
    const nextInMs = delay();
    timer = setTimeout(begin, nextInMs).unref();
    said(error, nextInMs);
  };
  const begin = () => {
    current = owned(start, again);
  };
  begin();
  return {
    get current() {
      return current;
    },
    release() {
      released = true;
      clearTimeout(timer);
    },
  };
}
