/** A value that changes until it has its last form, and can be followed from anywhere at any time. */
export interface Latest<T> {
  readonly value: T;
  set(value: T): void;
  /** The value now and whenever it has changed, up to the last; a slow follower skips what lies between. */
  follow(signal?: AbortSignal): AsyncGenerator<T>;
}

/** `isLast` tells the form after which nothing changes any more. */
export function latest<T>(first: T, isLast: (value: T) => boolean): Latest<T> {
  let value = first;
  const waiting = new Set<() => void>();
  const changed = (signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        waiting.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      waiting.add(wake);
      signal?.addEventListener('abort', wake);
    });
  return {
    get value() {
      return value;
    },
    set(next) {
      value = next;
      for (const wake of [...waiting]) wake();
    },
    async *follow(signal) {
      let given: T | undefined;
      while (!signal?.aborted) {
        const now = value;
        if (now === given) {
          await changed(signal);
          continue;
        }
        given = now;
        yield now;
        if (isLast(now)) return;
      }
    },
  };
}
