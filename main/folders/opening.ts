import { hostname } from 'node:os';
import { DatabaseOpenError } from '#db/index.ts';
import { translate } from '../texts.ts';
import { LostDatabaseError } from './lost.ts';
import { MovedError } from './moved.ts';

/** Why a data folder cannot be opened and what to do, in words. */
export function explainOpening(error: unknown, folder: string): { title: string; sentence: string } {
  const title = translate('opening.title');
  if (error instanceof DatabaseOpenError) return { title, sentence: explainProblem(error, folder) };
  if (error instanceof MovedError) {
    return { title, sentence: translate('opening.moved', { folder, to: error.to, at: inWords(error.at) }) };
  }
  if (error instanceof LostDatabaseError) return { title, sentence: explainLost(error, folder) };
  const reason = error instanceof Error ? error.message : String(error);
  return { title, sentence: translate('opening.other', { folder, reason }) };
}

function explainProblem({ problem, owner }: DatabaseOpenError, folder: string): string {
  if (!owner || owner.host === hostname()) return translate(`opening.${problem}`, { folder });
  return translate('opening.inUseElsewhere', { folder, host: owner.host, since: inWords(owner.since) });
}

/** Names what is left, so that nobody takes the folder for an empty one and clears it away. */
function explainLost({ isEmpty, hasKey, logBytes }: LostDatabaseError, folder: string): string {
  const megabytes = Math.max(0.1, Math.round(logBytes / 1e5) / 10);
  const left = [
    ...(hasKey ? [translate('opening.lost.key')] : []),
    ...(logBytes > 0 ? [translate('opening.lost.log', { megabytes })] : []),
  ];
  const words =
    left.length > 0 ? translate('opening.lost.left', { left: left.join(translate('opening.lost.and')) }) : '';
  return translate(isEmpty ? 'opening.lost.empty' : 'opening.lost.missing', { folder, left: words });
}

const inWords = (instant: number) =>
  new Date(instant).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
