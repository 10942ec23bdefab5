import { EventPublisher } from '@orpc/server';
import type { LiveEvent } from '#contract/live.ts';
import { api } from '#main/pipeline/index.ts';
import type { Signals } from '#main/services/signals.ts';

const MOST_WAITING = 1_000;
const publishers = new WeakMap<Signals, EventPublisher<{ changes: LiveEvent }>>();

/** One publisher per backend, fed by the signal that follows each commit. */
function publisherFor(signals: Signals): EventPublisher<{ changes: LiveEvent }> {
  const known = publishers.get(signals);
  if (known) return known;
  const publisher = new EventPublisher<{ changes: LiveEvent }>({ maxBufferedEvents: MOST_WAITING });
  publishers.set(signals, publisher);
  signals.connect('committed', (event) => publisher.publish('changes', event), 'live.changes');
  return publisher;
}

export const live = {
  changes: api.live.changes.handler(async function* ({ context, signal }) {
    const { sessions, signals } = context.services;
    for await (const event of publisherFor(signals).subscribe('changes', { ...(signal ? { signal } : {}) })) {
      // A signed-out page learns only that the session has changed.
      if (event.kind === 'session' || (await sessions.current(context.connection.seat))) yield event;
    }
  }),
};
