import { fullName } from '#contract/ground/names.ts';
import { filled } from '#contract/ground/shape.ts';
import { doctorForm } from '#contract/people/doctors.ts';
import { listDoctors } from '#db/queries/people/doctors.ts';
import { fieldsOf } from '#main/admin/fields.ts';
import { formOf } from '#main/admin/form.ts';
import { rowsInMemory } from '#main/admin/sources/rowsInMemory.ts';
import { type AdminTable, sorted } from '#main/admin/table.ts';
import type { Context } from '#main/call/caller.ts';
import { archiveDoctor, createDoctor, loadDoctor, restoreDoctor, updateDoctor } from './save.ts';

const form = formOf({
  root: 'doctor',
  schema: doctorForm,
  fields: fieldsOf(doctorForm, { workingHours: { kind: 'hours' } }),
  async load({ reader }, id) {
    const record = await loadDoctor(reader, Number(id));
    return { values: filled(doctorForm, record), version: record.version };
  },
  save: (context, { id, version }, values) => updateDoctor(context, { id: Number(id), version, doctor: values }),
  create: (context, createKey, values) => createDoctor(context, { createKey, doctor: values }),
});

async function place({ services }: Context, id: string) {
  return services.db.read(async (reader) => loadDoctor(reader, Number(id)));
}

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
  actions: [
    {
      name: 'archive',
      audit: 'archive',
      permission: 'doctors.delete',
      undo: 'restore',
      fits: ({ cells }) => cells.status === 'active',
      run: async (context, id) => archiveDoctor(context, await place(context, id)),
    },
    {
      name: 'restore',
      audit: 'restore',
      permission: 'doctors.delete',
      undo: 'archive',
      fits: ({ cells }) => cells.status === 'archived',
      run: async (context, id) => restoreDoctor(context, await place(context, id)),
    },
  ],
  related: [{ table: 'patients', filter: 'doctor' }],
  page: (id) => `/doctors/${id}`,
};
