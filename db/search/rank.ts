import type { Status } from './filters.ts';
import type { Term } from './parse.ts';

/** A patient who matches, with what results are ordered by. */
export interface Candidate {
  id: number;
  sortName: string;
  birthDate: string;
  status: Status;
}

/** The same terms, once for each number among them that may be a whole MRN, which is then all that it may be. */
export function wholeMrn(terms: Term[]): Term[][] {
  return terms.flatMap((term, at) => (term.mrn ? [terms.with(at, { ...term, match: term.mrn })] : []));
}

/**
 * The best first: those whose whole MRN was typed, then family names that begin with the first word typed, then the others;
 * the archived ones below those who rank alike, and all of them in order of name.
 */
export function ranked<One extends Candidate>(found: One[], exact: ReadonlySet<number>, firstWord: string): One[] {
  const rank = ({ id, sortName, status }: One) => {
    if (exact.has(id)) return 0;
    return (sortName.startsWith(firstWord) ? 1 : 3) + (status === 'archived' ? 1 : 0);
  };
  return found.sort((a, b) => rank(a) - rank(b) || byName(a, b));
}

/** Orders by name; namesakes by birth date, then id. */
export function byName(a: Candidate, b: Candidate): number {
  return compare(a.sortName, b.sortName) || compare(a.birthDate, b.birthDate) || a.id - b.id;
}

// SQLite compares text by code point, JavaScript by UTF-16 unit; they differ only beyond the basic plane.
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
