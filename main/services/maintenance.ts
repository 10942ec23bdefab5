import { type MaintenancePlan, type MaintenanceState, maintenancePlan } from '#contract/system/maintenance.ts';
import type { Services } from './index.ts';
import { settingNumbers } from './settings.ts';

/** How a plan stands at a moment of main's clock. */
export function maintenanceAt({ on, message, from, until }: MaintenancePlan, now: number): MaintenanceState {
  const isOver = until !== null && now >= until;
  if (!on || isOver) return { state: 'off', message: '', from: null, until: null, changesIn: null };
  if (from !== null && now < from) return { state: 'planned', message, from, until, changesIn: from - now };
  return { state: 'on', message, from, until, changesIn: until === null ? null : until - now };
}

/** Sets the plan for the command line, which nobody is signed in to; open pages follow at once. */
export async function planFromTerminal(services: Services, plan: MaintenancePlan): Promise<void> {
  const { db, settings, audit, clock, signals, ports } = services;
  const before = settings.get('maintenance');
  const fields = Object.keys(maintenancePlan.shape) as Array<keyof MaintenancePlan>;
  const changed = Object.fromEntries(fields.map((name) => [name, [before[name], plan[name]]]));
  await db.write(async (tx) => {
    await settings.set(tx, 'maintenance', plan);
    const row = { at: clock.now(), procedure: 'clinic maintenance', action: 'update', outcome: 'ok' };
    const what = { entity: 'settings', entityId: settingNumbers.maintenance, details: { changed } };
    await audit.append(tx, [{ ...row, ...what, workstation: ports.workstation }]);
  });
  await signals.sendRobust('committed', { kind: 'settings', ids: [] });
}
