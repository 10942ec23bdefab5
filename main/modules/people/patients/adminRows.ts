import type { AdminRow } from '#contract/admin/table.ts';
import { today } from '#contract/ground/fields.ts';
import { shortName, sortedName } from '#contract/ground/names.ts';
import { fromCursor, toCursor } from '#db/queries/cursor.ts';
import { getDoctor } from '#db/queries/people/doctors.ts';
import { matchesAfter } from '#db/queries/people/everyMatch.ts';
import { listPatients, type PatientSort } from '#db/queries/people/listPatients.ts';
import type { PatientRow } from '#db/queries/people/patientRow.ts';
import { getPatient } from '#db/queries/people/patients.ts';
import { searchPatients } from '#db/queries/people/searchPatients.ts';
import type { Source } from '#main/admin/table.ts';
import { countFitting, facetsOf, filtersOf, isSearch, searchOf } from './adminCounts.ts';

/** Of what was searched for, the list shows so many. */
const MOST_FOUND = 200;

/** Patients by the clinic's own lists and search, which answer a million as fast as a hundred. */
export const patientSource: Source = {
  async page({ reader }, query, { cursor, limit }) {
    const filters = filtersOf(query);
    if (isSearch(query)) {
      const wanted = { text: query.text, filters, today: today(), limit: MOST_FOUND, asTyped: true };
      const { rows } = await searchPatients(reader, wanted);
      return { rows: rows.map(toRow), next: null };
    }
    const direction = query.descending ? 'descending' : 'ascending';
    const sort = query.sort as PatientSort;
    const page = await listPatients(reader, { sort, direction, filters, today: today(), after: cursor, limit });
    return { rows: page.rows.map(toRow), next: page.next ?? null };
  },
  async every(reading, query, { cursor, limit }) {
    if (!isSearch(query)) return patientSource.page(reading, query, { cursor, limit });
    const [after] = cursor === undefined ? [0] : fromCursor(cursor, 1);
    const rows = await matchesAfter(reading.reader, searchOf(query), Number(after), limit);
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return { rows: rows.map(toRow), next: last ? toCursor([last.id]) : null };
  },
  count: async ({ reader }, query) => countFitting(reader, query),
  facets: async ({ reader }, query) => facetsOf(reader, query),
  async one({ reader }, id) {
    const row = /^\d{1,15}$/.test(id) ? await getPatient(reader, Number(id)) : undefined;
    if (!row) return null;
    const doctor = row.doctorId === null ? undefined : await getDoctor(reader, row.doctorId);
    return toRow({ ...row, doctorPrefix: doctor?.prefix ?? null, doctorFamilyName: doctor?.familyName ?? null });
  },
};

type Row = Omit<PatientRow, 'sameName' | 'doctorGivenName' | 'doctorSuffix'>;

function toRow(row: Row): AdminRow {
  const name = sortedName(row);
  const doctor = shortName({ prefix: row.doctorPrefix ?? '', familyName: row.doctorFamilyName ?? '' });
  const { birthDate, mrn, sex, status } = row;
  return { id: String(row.id), label: `${name} (${mrn})`, cells: { name, birthDate, mrn, sex, doctor, status } };
}
