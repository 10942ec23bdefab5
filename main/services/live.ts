import { EventPublisher } from '@orpc/server';
import type { LiveEvent } from '#contract/system/live.ts';

const MOST_WAITING = 1_000;

/** Carries what was committed to the pages that listen. */
export interface Live {
  publish(event: LiveEvent): void;
  subscribe(signal?: AbortSignal): AsyncGenerator<LiveEvent>;
}

export function createLive(): Live {
  const publisher = new EventPublisher<{ changes: LiveEvent }>({ maxBufferedEvents: MOST_WAITING });
  return {
    publish: (event) => publisher.publish('changes', event),
    subscribe: (signal) => publisher.subscribe('changes', { ...(signal ? { signal } : {}) }),
  };
}
