import { renameSync, unwatchFile, watchFile, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type MaintenancePlan, maintenancePlan } from '#contract/system/maintenance.ts';
import type { Services } from './index.ts';
import { planFromTerminal } from './maintenance.ts';

const LOOK_EVERY_MS = 400;

/** Where the command line leaves a plan for the program that has the data folder open; who may write there owns the data. */
export const planFile = (dataFolder: string) => join(dataFolder, 'maintenance.json');

/** Leaves a plan; it is there whole or not at all. */
export function leavePlan(dataFolder: string, plan: MaintenancePlan): void {
  const file = planFile(dataFolder);
  writeFileSync(`${file}.new`, JSON.stringify(plan), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Takes up plans that are left in the data folder, for as long as the backend lives. Returns how to stop. */
export function followPlanFile(services: Services): () => void {
  const file = planFile(dirname(services.db.file));
  const take = async () => {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) return;
    const plan = maintenancePlan.safeParse(parse(text));
    if (plan.success) await planFromTerminal(services, plan.data);
    await rm(file, { force: true });
  };
  const look = () => void take().catch(() => services.log.error({ event: 'maintenance file' }, 'cannot be taken up'));
  watchFile(file, { interval: LOOK_EVERY_MS, persistent: false }, look);
  return () => unwatchFile(file, look);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
