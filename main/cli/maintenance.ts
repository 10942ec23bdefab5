import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { paragraph } from '#contract/ground/fields.ts';
import type { MaintenancePlan } from '#contract/system/maintenance.ts';
import { DatabaseOpenError } from '#db/index.ts';
import { lockDataFolder } from '#main/folders/dataFolder.ts';
import { maintenanceAt, planFromTerminal } from '#main/services/maintenance.ts';
import { leavePlan, planFile } from '#main/services/maintenanceFile.ts';
import { translate } from '#main/texts.ts';
import { existingFolder, withBackend } from './openBackend.ts';
import { type CommonOptions, command, print } from './output.ts';
import { CommandError } from './run.ts';

interface Options extends CommonOptions {
  message?: string;
}

const LONGEST_WAIT_MS = 5_000;

/** The door from outside, for when the window cannot be used, or a script closes the clinic at night. */
export const maintenanceCommand = new Command('maintenance')
  .description(translate('cli.maintenance.description'))
  .addCommand(
    part('on')
      .option('--message <text>', translate('cli.maintenance.message'))
      .action((options: Options) => turn(options, true)),
  )
  .addCommand(part('off').action((options: Options) => turn(options, false)))
  .addCommand(part('status').action(tell));

function part(name: string): Command {
  return command(`maintenance.${name}`).name(name).exitOverride();
}

/** Sets the plan in the data; where the program has them open, by leaving the plan for it. */
async function turn(options: Options, on: boolean): Promise<void> {
  const message = paragraph(500).safeParse(options.message ?? '');
  if (!message.success) throw new CommandError(`message: ${translate('validation.tooLong')}`);
  const folder = existingFolder(options.data);
  const plan: MaintenancePlan = { on, message: message.data, from: null, until: null };
  if (await isOpen(folder)) await leave(folder, plan);
  else await withBackend(folder, ({ services }) => planFromTerminal(services, plan));
  show(options, plan, Date.now());
}

async function isOpen(folder: string): Promise<boolean> {
  try {
    (await lockDataFolder(folder)).unlock();
    return false;
  } catch (error) {
    return error instanceof DatabaseOpenError && error.problem === 'inUse';
  }
}

async function leave(folder: string, plan: MaintenancePlan): Promise<void> {
  leavePlan(folder, plan);
  for (const until = Date.now() + LONGEST_WAIT_MS; existsSync(planFile(folder)); await pause(50)) {
    if (Date.now() > until) throw new CommandError(translate('cli.maintenance.notTaken'));
  }
}

async function tell(options: Options): Promise<void> {
  await withBackend(existingFolder(options.data), async ({ services }) =>
    show(options, services.settings.get('maintenance'), services.clock.now()),
  );
}

function show(options: Options, plan: MaintenancePlan, now: number): void {
  const { state, message } = maintenanceAt(plan, now);
  const words = translate(`cli.maintenance.state.${state}`);
  print(options, { state, message }, () => (message ? `${words} ${message}` : words));
}
