import { firstPage } from './damage/file.ts';
import { DatabaseOpenError, toOpenError } from './errors.ts';

/** What a first page that is damaged looks like to SQLite, which reads there how to read all others. */
const PERHAPS_DAMAGE = new Set(['wrongKey', 'noAccess']);

/** {@link toOpenError}, for a database file that is there: damage to its first page is named as that. */
export function nameOpenError(error: unknown, file: string, key: Buffer): Error {
  const named = toOpenError(error);
  if (!(named instanceof DatabaseOpenError) || !PERHAPS_DAMAGE.has(named.problem)) return named;
  return isDamaged(file, key) ? new DatabaseOpenError('damaged', error) : named;
}

function isDamaged(file: string, key: Buffer): boolean {
  try {
    return firstPage(file, key) === 'damaged';
  } catch {
    // A file that cannot be read has its name already.
    return false;
  }
}
