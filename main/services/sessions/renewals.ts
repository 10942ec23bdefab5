import type { Station } from '../stations.ts';

const noop = () => {};

/** Sessions that are just being renewed: whoever asks for one waits for its new id. */
export interface Renewals {
  /** Runs one renewal at this station and answers what it answers. */
  run<T>(station: Station, renew: () => Promise<T>): Promise<T>;
  /** Settles when no renewal runs at this station; never raises. */
  done(station: Station): Promise<void> | undefined;
}

export function createRenewals(): Renewals {
  const running = new Map<Station, Promise<void>>();
  return {
    async run(station, renew) {
      const renewal = renew();
      const settled = renewal.then(noop, noop);
      running.set(station, settled);
      try {
        return await renewal;
      } finally {
        if (running.get(station) === settled) running.delete(station);
      }
    },
    done: (station) => running.get(station),
  };
}
