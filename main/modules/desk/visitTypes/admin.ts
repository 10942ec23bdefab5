import { type VisitTypeForm, visitTypeForm } from '#contract/desk/visitTypes.ts';
import { pathOf } from '#contract/entities.ts';
import type { Reader } from '#db/index.ts';
import { listVisitTypes, type VisitType } from '#db/queries/desk/visitTypes.ts';
import { archiving } from '#main/admin/archiving.ts';
import { fieldsOf } from '#main/admin/fields.ts';
import { recordForm } from '#main/admin/form.ts';
import { rowsInMemory } from '#main/admin/sources/rowsInMemory.ts';
import { type AdminTable, sorted } from '#main/admin/table.ts';
import type { Context } from '#main/call/caller.ts';
import type { RecordVersion } from '#main/records/save.ts';

/** What the module does with visit types, for the table of Administration to do the same. */
interface Keeping {
  load(reader: Reader, id: number): Promise<VisitType>;
  create(context: Context, input: { createKey: string; visitType: VisitTypeForm }): Promise<VisitType>;
  update(context: Context, input: RecordVersion & { visitType: VisitTypeForm }): Promise<VisitType>;
  setStatus(context: Context, place: RecordVersion, status: VisitType['status']): Promise<VisitType>;
}

export function adminOf({ load, create, update, setStatus }: Keeping): AdminTable {
  const form = recordForm({
    root: 'visitType',
    schema: visitTypeForm,
    fields: fieldsOf(visitTypeForm),
    load,
    save: (context, place, visitType) => update(context, { ...place, visitType }),
    create: (context, createKey, visitType) => create(context, { createKey, visitType }),
  });
  return {
    name: 'visitTypes',
    order: 75,
    entity: 'visitType',
    may: { view: ['visitTypes.view'], add: 'visitTypes.add', change: () => 'visitTypes.change' },
    columns: [
      sorted('name', 'name'),
      sorted('minutes', 'number'),
      sorted('minutesBefore', 'number'),
      sorted('minutesAfter', 'number'),
      sorted('colour', 'choice'),
      sorted('status', 'choice'),
      sorted('updatedAt', 'moment'),
    ],
    filters: ['status', 'colour'],
    searchable: true,
    sort: { by: 'name', descending: false },
    source: rowsInMemory({
      load: ({ reader }) => listVisitTypes(reader, { status: 'all' }),
      row: ({ id, name, minutes, minutesBefore, minutesAfter, colour, status, updatedAt }) => ({
        id: String(id),
        label: name,
        cells: { name, minutes, minutesBefore, minutesAfter, colour, status, updatedAt },
      }),
      filters: { status: (row) => row.status, colour: (row) => row.colour },
    }),
    hasRecords: true,
    form: () => form,
    actions: archiving('visitTypes.delete', async (context, id, status) =>
      setStatus(context, await context.services.db.read((reader) => load(reader, id)), status),
    ),
    page: (id) => pathOf('visitType', Number(id)),
  };
}
