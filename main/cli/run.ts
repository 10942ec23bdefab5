import { CommanderError } from 'commander';
import type { FieldError, Sentence } from '#contract/ground/errors.ts';
import { Refusal } from '#main/refusal.ts';
import { translate } from '#main/texts.ts';

/** A failure that is told in one line and ends the command with exit code 1. */
export class CommandError extends Error {}

/** Runs the command line; every failure is one clear line on stderr and a non-zero exit. */
export async function runCommands(parse: () => Promise<unknown>): Promise<void> {
  try {
    await parse();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode;
    else {
      process.stderr.write(`${explain(error).replace(/\s*\n\s*/g, ' ')}\n`);
      process.exitCode = 1;
    }
  }
}

function explain(error: unknown): string {
  if (error instanceof Refusal) return explainRefusal(error);
  return error instanceof Error ? error.message : String(error);
}

function explainRefusal({ code, data }: Refusal): string {
  const [field] = data.fields ?? [];
  if (field) return fieldProblem(field);
  return data.sentence ? inWords(data.sentence) : translate(`errors.${camelCase(code)}`);
}

/** One wrong field in words, with the field's name: `username: Somebody has this username already.` */
export const fieldProblem = ({ path, ...sentence }: FieldError) => `${path}: ${inWords(sentence)}`;

export const inWords = ({ key, params }: Sentence) => translate(key, params);

const camelCase = (code: string) =>
  code.toLowerCase().replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
