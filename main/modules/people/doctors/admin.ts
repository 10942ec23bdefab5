import { fullName } from '#contract/ground/names.ts';
import { doctorForm } from '#contract/people/doctors.ts';
import { listDoctors } from '#db/queries/people/doctors.ts';
import { archiving } from '#main/admin/archiving.ts';
import { fieldsOf } from '#main/admin/fields.ts';
import { recordForm } from '#main/admin/form.ts';
import { rowsInMemory } from '#main/admin/sources/rowsInMemory.ts';
import { type AdminTable, sorted } from '#main/admin/table.ts';
import { archiveDoctor, createDoctor, loadDoctor, restoreDoctor, updateDoctor } from './save.ts';

const form = recordForm({
  root: 'doctor',
  schema: doctorForm,
  fields: fieldsOf(doctorForm, { workingHours: { kind: 'hours' } }),
  load: loadDoctor,
  save: (context, place, doctor) => updateDoctor(context, { ...place, doctor }),
  create: (context, createKey, doctor) => createDoctor(context, { createKey, doctor }),
});

export const admin: AdminTable = {
  name: 'doctors',
  order: 50,
  entity: 'doctor',
  may: { view: ['doctors.view'], add: 'doctors.add', change: () => 'doctors.change' },
  columns: [
    sorted('name', 'name'),
    sorted('speciality'),
    sorted('licenceNumber'),
    sorted('patients', 'number'),
    sorted('status', 'choice'),
    sorted('updatedAt', 'moment'),
  ],
  filters: ['status', 'speciality'],
  offered: { status: 'active' },
  searchable: true,
  sort: { by: 'name', descending: false },
  source: rowsInMemory({
    load: async ({ reader }) => listDoctors(reader, { status: 'all' }),
    row: (row) => {
      const { speciality, licenceNumber, patients, status, updatedAt } = row;
      const name = fullName(row);
      return {
        id: String(row.id),
        label: name,
        cells: { name, speciality, licenceNumber, patients, status, updatedAt },
      };
    },
    filters: {
      status: (row) => row.status,
      speciality: ({ speciality }) => (speciality === '' ? null : { value: speciality, label: speciality }),
    },
  }),
  hasRecords: true,
  form: () => form,
  actions: archiving('doctors.delete', async (context, id, status) => {
    const place = await context.services.db.read((reader) => loadDoctor(reader, id));
    return status === 'archived' ? archiveDoctor(context, place) : restoreDoctor(context, place);
  }),
  related: [{ table: 'patients', filter: 'doctor' }],
  page: (id) => `/doctors/${id}`,
};
