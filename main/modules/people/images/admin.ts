import type { RecordStatus } from '#contract/ground/fields.ts';
import { filled } from '#contract/ground/shape.ts';
import { imageForm } from '#contract/people/images.ts';
import type { Reader } from '#db/index.ts';
import { allImages, getImage } from '#db/queries/people/images.ts';
import { fieldsOf } from '#main/admin/fields.ts';
import { formOf } from '#main/admin/form.ts';
import { namesOfUsers } from '#main/admin/people.ts';
import { rowsInMemory } from '#main/admin/sources/rowsInMemory.ts';
import { type AdminTable, type Reading, shown, sorted } from '#main/admin/table.ts';
import type { Context } from '#main/call/caller.ts';
import { notFound } from '#main/refusal.ts';
import { changeImage, setStatus } from './save.ts';

async function load({ reader }: Reading) {
  const rows = await allImages(reader);
  const names = await namesOfUsers(
    reader,
    rows.map(({ addedBy }) => addedBy),
  );
  return rows.map((row) => ({ ...row, person: names.get(row.addedBy ?? 0) ?? null }));
}

async function stored(reader: Reader, id: string) {
  const row = await getImage(reader, Number(id));
  if (!row) throw notFound();
  return row;
}

const form = formOf({
  root: 'image',
  schema: imageForm,
  fields: fieldsOf(imageForm),
  async load({ reader }, id) {
    const record = await stored(reader, id);
    return { values: filled(imageForm, record), version: record.version };
  },
  save: (context, { id, version }, values) => changeImage(context, { id: Number(id), version }, values),
});

async function setStatusOf(context: Context, id: string, status: RecordStatus): Promise<void> {
  const { version } = await context.services.db.read((reader) => stored(reader, id));
  await setStatus(context, { id: Number(id), version }, status);
}

export const admin: AdminTable = {
  name: 'images',
  order: 70,
  entity: 'image',
  may: { view: ['images.view'], change: () => 'images.change' },
  columns: [
    sorted('caption', 'name'),
    shown('tags', 'tags'),
    sorted('source'),
    sorted('person'),
    sorted('status', 'choice'),
    sorted('updatedAt', 'moment'),
  ],
  filters: ['status', 'tag', 'source'],
  searchable: true,
  sort: { by: 'updatedAt', descending: true },
  source: rowsInMemory({
    load,
    row: ({ id, caption, tags, source, person, status, updatedAt }) => ({
      id: String(id),
      label: caption,
      cells: { caption, tags, source, person, status, updatedAt },
    }),
    filters: {
      status: ({ status }) => status,
      tag: ({ tags }) => tags.map((tag) => ({ value: tag, label: tag })),
      source: ({ source }) => (source === '' ? null : { value: source, label: source }),
    },
  }),
  hasRecords: true,
  form: (id) => (id === null ? null : form),
  actions: [
    {
      name: 'archive',
      audit: 'archive',
      permission: 'images.delete',
      undo: 'restore',
      fits: ({ cells }) => cells.status === 'active',
      run: (context, id) => setStatusOf(context, id, 'archived'),
    },
    {
      name: 'restore',
      audit: 'restore',
      permission: 'images.delete',
      undo: 'archive',
      fits: ({ cells }) => cells.status === 'archived',
      run: (context, id) => setStatusOf(context, id, 'active'),
    },
  ],
  page: (id) => `/images/${id}`,
};
