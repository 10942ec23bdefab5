import { Command } from 'commander';
import { unknownSwitches } from '#main/commandLine.ts';
import { translate } from '#main/texts.ts';
import { changePasswordCommand } from './changePassword.ts';
import { checkCommand } from './check.ts';
import { clearSessionsCommand } from './clearSessions.ts';
import { createSuperuserCommand } from './createSuperuser.ts';
import { demoCommand } from './demo.ts';
import { importCommand } from './import.ts';
import { maintenanceCommand } from './maintenance.ts';
import { migrateCommand } from './migrate.ts';
import { moveCommand } from './move.ts';
import { reportCommand } from './report.ts';
import { runCommands } from './run.ts';
import { serveCommand } from './serve.ts';

/** Every management command, one line each. */
const commands = [
  createSuperuserCommand,
  changePasswordCommand,
  clearSessionsCommand,
  importCommand,
  demoCommand,
  serveCommand,
  maintenanceCommand,
  migrateCommand,
  checkCommand,
  moveCommand,
  reportCommand,
];

/** The words that look like options and are none of any command. */
export const unknownOptions = (words: readonly string[]): string[] =>
  unknownSwitches(words, new Set(['-h', '--help', ...commands.flatMap(optionsOf)]));

const optionsOf = (command: Command): string[] => [
  ...command.options.flatMap(({ short, long }) => [short, long].filter((name) => name !== undefined)),
  ...command.commands.flatMap(optionsOf),
];

/** Runs the command line on its arguments; how it ended is in `process.exitCode`, and what went wrong on stderr. */
export async function runClinic(args: readonly string[]): Promise<void> {
  const program = new Command('clinic').description(translate('cli.description')).exitOverride();
  for (const command of commands) program.addCommand(command.exitOverride());
  await runCommands(() => program.parseAsync(args, { from: 'user' }));
}
