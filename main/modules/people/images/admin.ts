import { imageForm } from '#contract/people/images.ts';
import type { Reader } from '#db/index.ts';
import { allImages, getImage } from '#db/queries/people/images.ts';
import { archiving } from '#main/admin/archiving.ts';
import { fieldsOf } from '#main/admin/fields.ts';
import { recordForm } from '#main/admin/form.ts';
import { namesOfUsers } from '#main/admin/people.ts';
import { rowsInMemory } from '#main/admin/sources/rowsInMemory.ts';
import { type AdminTable, type Reading, shown, sorted } from '#main/admin/table.ts';
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

async function storedImage(reader: Reader, id: number) {
  const row = await getImage(reader, id);
  if (!row) throw notFound();
  return row;
}

const form = recordForm({
  root: 'image',
  schema: imageForm,
  fields: fieldsOf(imageForm),
  load: storedImage,
  save: changeImage,
});

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
  actions: archiving('images.delete', async (context, id, status) => {
    const { version } = await context.services.db.read((reader) => storedImage(reader, id));
    return setStatus(context, { id, version }, status);
  }),
  page: (id) => `/images/${id}`,
};
