import { today } from '#contract/ground/fields.ts';
import { plainName } from '#contract/ground/names.ts';
import type { Reader } from '#db/index.ts';
import { countPatients } from '#db/queries/people/countPatients.ts';
import { listPatients, type PatientListing } from '#db/queries/people/listPatients.ts';
import type { PatientRow as StoredRow } from '#db/queries/people/patientRow.ts';
import { getPatient } from '#db/queries/people/patients.ts';
import { searchPatients } from '#db/queries/people/searchPatients.ts';
import { fold } from '#db/search/fold.ts';
import { api } from '#main/pipeline/index.ts';
import { shownBy } from '#main/records/shown.ts';
import { wrongField } from '#main/refusal.ts';
import { loadPatient } from './load.ts';
import { createPatient, setStatus, updatePatient } from './save.ts';

export { admin } from './admin.ts';

export const shown = shownBy('patient', getPatient, (row) => ({
  name: plainName(row),
  detail: row.mrn,
  pictureId: row.photoId,
  birthDate: row.birthDate,
  deceasedOn: row.deceasedOn,
  status: row.status,
}));

const { patients: procedures } = api;

export const handlers = {
  list: procedures.list.handler(({ context, input }) =>
    context.services.db.read(async (reader) => {
      const { cursor, startAt, ...rest } = input;
      const page = await pageOf(reader, { ...rest, today: today(), after: cursor, startAt: startAt && fold(startAt) });
      return { rows: page.rows.map(toRow), next: page.next ?? null, previous: page.previous ?? null };
    }),
  ),
  count: procedures.count.handler(({ context, input }) =>
    context.services.db.read(async (reader) => {
      const { patients: count, atLeast } = await countPatients(reader, input.filters, today());
      return { count, atLeast };
    }),
  ),
  search: procedures.search.handler(({ context, input }) =>
    context.services.db.read(async (reader) => {
      const { rows, truncated, archived, corrected = [] } = await searchPatients(reader, { ...input, today: today() });
      return { rows: rows.map(toRow), truncated, archived, corrected };
    }),
  ),
  get: procedures.get.handler(async ({ context, input }) => {
    context.call.touched.push({ entity: 'patient', id: input.id, action: 'read' });
    return context.services.db.read(async (reader) => loadPatient(reader, input.id));
  }),
  create: procedures.create.handler(({ context, input }) => createPatient(context, input)),
  update: procedures.update.handler(({ context, input }) => updatePatient(context, input)),
  archive: procedures.archive.handler(({ context, input }) => setStatus(context, input, 'archived')),
  restore: procedures.restore.handler(({ context, input }) => setStatus(context, input, 'active')),
};

/** A page of the list; a cursor that was not made by a page before is a wrong input. */
async function pageOf(reader: Reader, listing: PatientListing) {
  try {
    return await listPatients(reader, listing);
  } catch (error) {
    throw error instanceof RangeError ? wrongField('cursor', 'validation.invalid') : error;
  }
}

/** A list row as the contract has it: the doctor's name as a name. */
function toRow({ doctorPrefix, doctorGivenName, doctorFamilyName, doctorSuffix, ...row }: StoredRow) {
  const doctor =
    doctorFamilyName === null
      ? null
      : {
          prefix: doctorPrefix ?? '',
          givenName: doctorGivenName ?? '',
          middleName: '',
          familyName: doctorFamilyName,
          suffix: doctorSuffix ?? '',
        };
  return { ...row, doctor };
}
