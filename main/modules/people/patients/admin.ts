import { patientForm } from '#contract/people/patients.ts';
import { archiving } from '#main/admin/archiving.ts';
import { fieldsOf } from '#main/admin/fields.ts';
import { recordForm } from '#main/admin/form.ts';
import { type AdminTable, shown, sorted } from '#main/admin/table.ts';
import { patientSource } from './adminRows.ts';
import { loadPatient } from './load.ts';
import { createPatient, setStatus, updatePatient } from './save.ts';

const form = recordForm({
  root: 'patient',
  schema: patientForm,
  fields: fieldsOf(patientForm),
  load: loadPatient,
  save: (context, place, patient) => updatePatient(context, { ...place, patient }),
  create: (context, createKey, patient) => createPatient(context, { createKey, patient }),
});

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
  actions: archiving('patients.delete', async (context, id, status) => {
    const place = await context.services.db.read((reader) => loadPatient(reader, id));
    return setStatus(context, place, status);
  }),
  page: (id) => `/patients/${id}`,
};
