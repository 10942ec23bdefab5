import { hostname } from 'node:os';
import { DatabaseOpenError } from '#db/index.ts';
import { MovedError } from './folders/moved.ts';
import { translate } from './texts.ts';

/** Why a data folder cannot be opened and what to do, in words. */
export function explainOpening(error: unknown, folder: string): { title: string; sentence: string } {
  const title = translate('opening.title');
  if (error instanceof DatabaseOpenError) return { title, sentence: explainProblem(error, folder) };
  if (error instanceof MovedError) {
    return { title, sentence: translate('opening.moved', { folder, to: error.to, at: inWords(error.at) }) };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { title, sentence: translate('opening.other', { folder, reason }) };
}

function explainProblem({ problem, owner }: DatabaseOpenError, folder: string): string {
  if (!owner || owner.host === hostname()) return translate(`opening.${problem}`, { folder });
  return translate('opening.inUseElsewhere', { folder, host: owner.host, since: inWords(owner.since) });
}

const inWords = (instant: number) =>
  new Date(instant).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
