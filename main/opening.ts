import { DatabaseOpenError } from '#db/index.ts';
import { translate } from './texts.ts';

/** Why a data folder cannot be opened and what to do, in words. */
export function explainOpening(error: unknown, folder: string): { title: string; sentence: string } {
  const title = translate('opening.title');
  if (error instanceof DatabaseOpenError) return { title, sentence: translate(`opening.${error.problem}`, { folder }) };
  const reason = error instanceof Error ? error.message : String(error);
  return { title, sentence: translate('opening.other', { folder, reason }) };
}
