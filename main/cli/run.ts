import { DatabaseOpenError } from '#db/index.ts';
import { defaultDataFolder } from '#main/dataFolder.ts';
import { explainOpening } from '#main/opening.ts';

/** A failure that is told in one line and ends the command with exit code 1. */
export class CommandError extends Error {}

/** Runs the command line; every failure is one clear line on stderr and a non-zero exit. */
export async function runCommands(parse: () => Promise<unknown>, folder = defaultDataFolder()): Promise<void> {
  try {
    await parse();
  } catch (error) {
    process.stderr.write(`${explain(error, folder)}\n`);
    process.exitCode = 1;
  }
}

function explain(error: unknown, folder: string): string {
  if (error instanceof CommandError) return error.message;
  if (error instanceof DatabaseOpenError) return explainOpening(error, folder).sentence;
  return error instanceof Error ? error.message : String(error);
}
