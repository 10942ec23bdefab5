import type { Logger } from 'pino';
import { storageProblem } from '#db/index.ts';
import type { Clock } from '#main/ports.ts';
import type { CacheStore } from './store.ts';

/** After a failure the store is left alone for so long, so that a dead server does not slow every call down. */
const REST_MS = 5_000;
/** No page waits longer for a cache than for computing. */
const PATIENCE_MS = 1_500;

export interface Guarded extends CacheStore {
  readonly failing: boolean;
}

interface GuardOptions {
  name: string;
  clock: Clock;
  log: Logger;
  /** Hears that a change did not reach the store, which may still hold what was to be changed. */
  onMissed(): void;
  /** For stores that may never answer. */
  patience?: number | undefined;
}

/** A store that never fails: what cannot be read is not there, what cannot be written is not kept. It says so once in the log. */
export function guarded(store: CacheStore, { name, clock, log, onMissed, patience }: GuardOptions): Guarded {
  let failing = false;
  let restUntil = 0;

  const attempt = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    if (failing && clock.monotonic() < restUntil) return otherwise;
    try {
      const result = await (patience ? withPatience(work(), patience) : work());
      if (failing) log.info({ cache: name }, 'cache works again');
      failing = false;
      return result;
    } catch (error) {
      const why = storageProblem(error) ?? (error instanceof Error ? error.name : typeof error);
      if (!failing) log.warn({ cache: name, why }, 'cache fails; everything is computed until it works again');
      failing = true;
      restUntil = clock.monotonic() + REST_MS;
      return otherwise;
    }
  };
  const change = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    let reached = false;
    const result = await attempt(async () => {
      const done = await work();
      reached = true;
      return done;
    }, otherwise);
    if (!reached) onMissed();
    return result;
  };

  return {
    get failing() {
      return failing;
    },
    get: (keys) =>
      attempt(
        () => store.get(keys),
        keys.map(() => undefined),
      ),
    set: (key, entry, milliseconds) => change(() => store.set(key, entry, milliseconds), false),
    delete: (keys) =>
      change(
        () => store.delete(keys),
        keys.map(() => false),
      ),
    clear: () => change(() => store.clear(), undefined),
    measure: () => attempt(() => store.measure(), { keys: null, bytes: null }),
    close: () => store.close().catch(() => undefined),
  };
}

/** For stores behind a network. */
export const NETWORK_PATIENCE = PATIENCE_MS;

function withPatience<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}
