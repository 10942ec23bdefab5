import type { Reader } from '#db/engine.ts';
import { birthRange, birthYears, hasAge, type PatientFilters, statusesOf } from '#db/search/filters.ts';
import { bornIn, type Term } from '#db/search/parse.ts';
import { byName, type Candidate } from '#db/search/rank.ts';
import { mark } from '#db/search/terms.ts';
import { allOf, anyOf, exactly, type Wanted } from '#db/search/wanted.ts';
import { statement } from '#db/sqlite/prepared.ts';
import { afterAll, wordsFrom } from './dictionary.ts';
import { fts5 } from './match.ts';

const columns = 'id, sort_name as sortName, birth_date as birthDate, status';

/** At most `limit` patients whose sort name begins with `start`, in order of name; read from one index alone. */
export function byNameStart(
  reader: Reader,
  start: string,
  filters: PatientFilters,
  today: string,
  limit: number,
): Candidate[] {
  const doctor = filters.doctorId !== undefined;
  const range = statement(
    reader,
    `select ${columns} from patient indexed by ${doctor ? 'patient_doctor_name' : 'patient_status_name'}
     where ${doctor ? 'doctor_id is ? and' : ''} status = ? and sort_name >= ? and sort_name < ?
       and birth_date between ? and ? order by sort_name, birth_date, id limit ?`,
  );
  const found = statusesOf(filters).flatMap((status) => {
    const values = [status, start, start + afterAll, ...birthRange(filters, today), limit];
    return range.all(...(doctor ? [filters.doctorId, ...values] : values)) as Candidate[];
  });
  return found.sort(byName).slice(0, limit);
}

/** With an age asked for, this many matches are looked at for each one wanted, because the index knows years only. */
const examinedForEach = 10;

/** At most `limit` patients that match every term, in no useful order. */
export function byTerms(
  reader: Reader,
  terms: Term[],
  filters: PatientFilters,
  today: string,
  limit: number,
): Candidate[] {
  const match = matchOf(reader, terms, filters, today);
  if (match === undefined) return [];
  const find = statement(
    reader,
    `select ${columns} from (select rowid as found from patient_search where patient_search match ? limit ?)
     cross join patient on id = found where birth_date between ? and ? limit ?`,
  );
  const examined = hasAge(filters) ? limit * examinedForEach : limit;
  return find.all(match, examined, ...birthRange(filters, today), limit) as Candidate[];
}

/** The FTS5 expression of all terms and filters; undefined when it is plain from the dictionary that nobody matches. */
export function matchOf(reader: Reader, terms: Term[], filters: PatientFilters, today: string): string | undefined {
  const all: Wanted[] = [];
  for (const term of terms) {
    const wanted = termMatch(reader, term);
    if (!wanted) return undefined;
    all.push(wanted);
  }
  if (filters.doctorId !== undefined) all.push(exactly(`${mark.doctor}${filters.doctorId ?? 0}`));
  if (filters.status === 'archived') all.push(exactly(mark.archived));
  const years = birthYears(filters, today);
  if (years && years.length <= mostYears) all.push(anyOf(years.map((year) => bornIn(String(year)))));
  const match = fts5(allOf(all));
  return statusesOf(filters).join() === 'active' ? `${match} NOT ${fts5(exactly(mark.archived))}` : match;
}

/** A wider range of years rules out so few that naming them all does not pay. */
const mostYears = 50;
/** FTS5 steps through a few whole words much faster than through all that begins alike. */
const mostWords = 16;

function termMatch(reader: Reader, term: Term): Wanted | undefined {
  if (!term.starts) return term.match;
  const words = new Set(term.starts.flatMap((start) => wordsFrom(reader, start, mostWords + 1)));
  if (words.size > mostWords * term.starts.length) return term.match;
  return words.size === 0 ? undefined : anyOf([...words].map(exactly));
}
