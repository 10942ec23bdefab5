import type { RecordStatus } from '#contract/ground/fields.ts';
import { filled } from '#contract/ground/shape.ts';
import { patientForm } from '#contract/people/patients.ts';
import { fieldsOf } from '#main/admin/fields.ts';
import { formOf } from '#main/admin/form.ts';
import { type AdminTable, shown, sorted } from '#main/admin/table.ts';
import type { Context } from '#main/call/caller.ts';
import { patientSource } from './adminRows.ts';
import { loadPatient } from './load.ts';
import { createPatient, setStatus, updatePatient } from './save.ts';

const form = formOf({
  root: 'patient',
  schema: patientForm,
  fields: fieldsOf(patientForm),
  async load({ reader }, id) {
    const record = await loadPatient(reader, Number(id));
    return { values: filled(patientForm, record), version: record.version };
  },
  save: (context, { id, version }, values) => updatePatient(context, { id: Number(id), version, patient: values }),
  create: (context, createKey, values) => createPatient(context, { createKey, patient: values }),
});

async function setStatusOf(context: Context, id: string, status: RecordStatus) {
  const place = await context.services.db.read(async (reader) => loadPatient(reader, Number(id)));
  return setStatus(context, place, status);
}

export const admin: AdminTable = {
  name: 'patients',
  order: 60,
  entity: 'patient',
  showsPatients: true,
  may: { view: ['patients.view'], add: 'patients.add', change: () => 'patients.change' },
  columns: [
    sorted('name', 'name'),
    sorted('birthDate', 'date'),
    shown('sex', 'choice'),
    sorted('mrn'),
    shown('doctor'),
    shown('status', 'choice'),
  ],
  filters: ['status', 'doctor'],
  searchable: true,
  sort: { by: 'name', descending: false },
  source: patientSource,
  hasRecords: true,
  form: () => form,
  actions: [
    {
      name: 'archive',
      audit: 'archive',
      permission: 'patients.delete',
      undo: 'restore',
      fits: ({ cells }) => cells.status === 'active',
      run: (context, id) => setStatusOf(context, id, 'archived'),
    },
    {
      name: 'restore',
      audit: 'restore',
      permission: 'patients.delete',
      undo: 'archive',
      fits: ({ cells }) => cells.status === 'archived',
      run: (context, id) => setStatusOf(context, id, 'active'),
    },
  ],
  page: (id) => `/patients/${id}`,
};
