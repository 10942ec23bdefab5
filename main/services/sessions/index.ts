import { serial } from '#db/tools/serial.ts';
import { momentOf } from '../moments.ts';
import type { Station } from '../stations.ts';
import { createEverybodysSessions } from './everybody.ts';
import { createSessionLife } from './life.ts';
import { createRenewals } from './renewals.ts';
import { createStationSessions } from './stationSessions.ts';
import { createStoredSessions } from './storedSessions.ts';
import type { SessionNeeds, Sessions } from './types.ts';

export { FRESH_MS } from './life.ts';
export type { Session, Sessions } from './types.ts';

/** Who is signed in where, for how long, and behind which lock. */
export function createSessions(needs: SessionNeeds): Sessions {
  const { clock, announce } = needs;
  const stored = createStoredSessions(needs);
  const inTurn = serial();
  const life = createSessionLife(needs);
  const stations = createStationSessions({ ...needs, life, stored, inTurn });
  const renewals = createRenewals();

  const of = async (station: Station) => {
    await renewals.done(station);
    const session = await stations.find(station);
    return session && { session, locked: stations.isLocked(station, session.userId) };
  };

  return {
    of,
    async current(station) {
      const found = await of(station);
      return found && !found.locked ? found.session : null;
    },
    async begin(station, user, { stay = false } = {}) {
      await stations.put(station, {
        ...life.begin(station, stay),
        userId: user.id,
        credentialVersion: user.credentialVersion,
        workstation: station.workstation,
        address: station.address,
        appVersion: needs.appVersion,
      });
      const now = momentOf(clock);
      Object.assign(station, { locked: false, pending: null, startedAt: now, activeAt: now, confirmedAt: now });
      announce([user.id]);
    },
    renew: (station, change) =>
      renewals.run(station, async () => {
        const found = await stations.find(station);
        const changed = await change();
        if (!found) return changed;
        const { idHash: _, ...session } = found;
        await stations.put(station, { ...session, credentialVersion: changed.credentialVersion });
        return changed;
      }),
    async active(station, session) {
      station.activeAt = momentOf(clock);
      if (!life.touch(session)) return;
      await inTurn(async () => {
        const kept = await stored.get(session.idHash);
        const touched = kept && life.touch(kept);
        if (touched) await stored.put({ ...kept, ...touched });
      });
    },
    lock: (station) => void Object.assign(station, { locked: true, confirmedAt: null }),
    confirm(station) {
      const now = momentOf(clock);
      Object.assign(station, { locked: false, activeAt: now, confirmedAt: now });
    },
    freshFor: life.freshFor,
    left: life.left,
    end: stations.end,
    ...createEverybodysSessions({ clock, announce, stored, inTurn }),
    close() {
      stations.stop();
      return inTurn(() => stored.close());
    },
  };
}
