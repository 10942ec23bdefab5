import type { LiveEvent } from '#contract/system/live.ts';
import { api } from '#main/pipeline/index.ts';
import type { Services } from '#main/services/index.ts';
import type { Station } from '#main/services/stations.ts';

export const handlers = {
  changes: api.live.changes.handler(async function* ({ context, signal }) {
    const { services, connection } = context;
    for await (const event of services.live.subscribe(signal)) {
      const shown = await asSeenFrom(services, connection.station, event);
      if (shown) yield shown;
    }
  }),
};

/** The event as this station may know it: without a user, or locked, it learns only that its own session has changed. */
async function asSeenFrom({ sessions }: Services, station: Station, event: LiveEvent): Promise<LiveEvent | null> {
  const found = await sessions.of(station);
  if (event.kind !== 'session') return found && !found.locked ? event : null;
  const concerned = !found || event.ids.length === 0 || event.ids.includes(found.session.userId);
  return concerned ? { kind: 'session', ids: [] } : null;
}
