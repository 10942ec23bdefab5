import type { Reader } from '#db/engine.ts';
import type { PatientFilters } from '#db/search/filters.ts';
import { parseSearch } from '#db/search/parse.ts';
import { patientRowColumns, type StoredPatientRow, toPatientRow } from '#db/sqlite/patientRow.ts';
import { statement } from '#db/sqlite/prepared.ts';
import { matchOf } from '#db/sqlite/search/candidates.ts';
import type { PatientRow } from './patientRow.ts';

/** What was typed, for those who want every match and not only the best. Ages cannot be asked for here. */
export interface EveryMatch {
  text: string;
  filters: Pick<PatientFilters, 'status' | 'doctorId'>;
  /** 'YYYY-MM-DD' where the clinic is; two-digit years hang on it. */
  today: string;
}

/** The first `limit` patients numbered above `after` that match what was typed, as typed; in order of their numbers. */
export async function matchesAfter(
  reader: Reader,
  search: EveryMatch,
  after: number,
  limit: number,
): Promise<PatientRow[]> {
  const match = matchFor(reader, search);
  if (match === undefined) return [];
  const rows = statement(
    reader,
    `select ${patientRowColumns} from (${numbers}) cross join patient p on p.id = found
     left join doctor d on d.id = p.doctor_id order by found`,
  ).all(match, after, limit) as StoredPatientRow[];
  return rows.map(toPatientRow);
}

export interface MatchTally {
  status: 'active' | 'archived';
  doctorId: number | null;
  patients: number;
}

/** How many of the first `limit` matches each doctor has, by status. */
export async function tallyMatches(reader: Reader, search: EveryMatch, limit: number): Promise<MatchTally[]> {
  const match = matchFor(reader, search);
  if (match === undefined) return [];
  return statement(
    reader,
    `select status, doctor_id as doctorId, count(*) as patients
     from (${numbers}) cross join patient on id = found group by status, doctor_id`,
  ).all(match, 0, limit) as MatchTally[];
}

// The index keeps its matches in this order, so that neither a later page nor a limit costs more than its rows.
const numbers = `select rowid as found from patient_search
  where patient_search match ? and rowid > ? order by rowid limit ?`;

function matchFor(reader: Reader, { text, filters, today }: EveryMatch): string | undefined {
  const terms = parseSearch(text, today);
  return terms.length === 0 ? undefined : matchOf(reader, terms, filters, today);
}
