import type { MaintenancePlan, MaintenanceState } from '#contract/maintenance.ts';

/** How a plan stands at a moment of main's clock. */
export function maintenanceAt({ on, message, from, until }: MaintenancePlan, now: number): MaintenanceState {
  const isOver = until !== null && now >= until;
  if (!on || isOver) return { state: 'off', message: '', from: null, until: null, changesIn: null };
  if (from !== null && now < from) return { state: 'planned', message, from, until, changesIn: from - now };
  return { state: 'on', message, from, until, changesIn: until === null ? null : until - now };
}
