import type { AdminRow } from '#contract/admin/table.ts';
import { today } from '#contract/fields.ts';
import { countPatients } from '#db/queries/countPatients.ts';
import { listDoctors } from '#db/queries/doctors.ts';
import { listPatients, type PatientSort } from '#db/queries/listPatients.ts';
import type { PatientRow } from '#db/queries/patientRow.ts';
import { getPatient } from '#db/queries/patients.ts';
import type { PatientFilters } from '#db/search/filters.ts';
import { searchPatients } from '#db/search/searchPatients.ts';
import type { Facet, Query, Reading, Source } from '../table.ts';

const MOST_FOUND = 200;
/** Doctors that the filter offers. */
const MOST_DOCTORS = 100;
const NOBODY = 'none';

/** Patients by the clinic's own lists and search, which answer a million as fast as a hundred. */
export const patientSource: Source = {
  async page({ reader }, query, { cursor, limit }) {
    const filters = filtersOf(query);
    if (query.text.trim() !== '') {
      const found = searchPatients(reader, { text: query.text, filters, today: today(), limit: MOST_FOUND });
      return { rows: found.rows.map(toRow), next: null };
    }
    const direction = query.descending ? 'descending' : 'ascending';
    const sort = query.sort as PatientSort;
    const page = listPatients(reader, { sort, direction, filters, today: today(), after: cursor, limit });
    return { rows: page.rows.map(toRow), next: page.next ?? null };
  },
  async count({ reader }, query) {
    if (query.text.trim() !== '') {
      const wanted = { text: query.text, filters: filtersOf(query), today: today(), limit: MOST_FOUND };
      const { rows, truncated } = searchPatients(reader, wanted);
      return { count: rows.length, atLeast: truncated };
    }
    return counted(reader, filtersOf(query));
  },
  async facets({ reader }, query) {
    const filters = filtersOf(query);
    const statuses = (['active', 'archived'] as const).map((value) => ({
      value,
      label: null,
      ...counted(reader, { ...filters, status: value }),
    }));
    const doctors = listDoctors(reader, { status: 'active' })
      .slice(0, MOST_DOCTORS)
      .map(({ id, givenName, familyName }) => ({
        value: String(id),
        label: [givenName, familyName].filter(Boolean).join(' '),
        ...counted(reader, { ...filters, doctorId: id }),
      }));
    const none = { value: NOBODY, label: null, ...counted(reader, { ...filters, doctorId: null }) };
    return [facet('status', statuses), facet('doctor', [...doctors, none])];
  },
  async one({ reader }, id) {
    const row = /^\d{1,15}$/.test(id) ? getPatient(reader, Number(id)) : undefined;
    return row
      ? toRow({ ...row, doctorPrefix: '', doctorGivenName: '', doctorFamilyName: '', doctorSuffix: '' })
      : null;
  },
};

const facet = (name: string, options: Facet['options']): Facet => ({
  name,
  options: options.filter((option) => option.count > 0),
});

function counted(reader: Reading['reader'], filters: PatientFilters) {
  const { patients: count, atLeast } = countPatients(reader, filters, today());
  return { count, atLeast };
}

function filtersOf({ filters: { status, doctor } }: Query): PatientFilters {
  return {
    status: status === 'active' || status === 'archived' ? status : 'all',
    ...(doctor !== undefined && { doctorId: doctor === NOBODY ? null : Number(doctor) }),
  };
}

function toRow(row: Omit<PatientRow, 'sameName'> & { updatedAt?: number }): AdminRow {
  const name = [row.familyName, [row.givenName, row.middleName].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const doctor = [row.doctorPrefix, row.doctorFamilyName].filter(Boolean).join(' ');
  const { birthDate, mrn, sex, status } = row;
  return { id: String(row.id), label: `${name} (${mrn})`, cells: { name, birthDate, mrn, sex, doctor, status } };
}
