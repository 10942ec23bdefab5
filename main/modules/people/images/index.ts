import {
  findImage,
  findImageBytes,
  getImage,
  type ImageRow,
  listImages,
  listTags,
  neighboursOf,
} from '#db/queries/people/images.ts';
import { api } from '#main/pipeline/index.ts';
import { shownBy } from '#main/records/shown.ts';
import { notFound } from '#main/refusal.ts';
import { webp } from '../photos/webp.ts';
import { addFile, addLink } from './add.ts';
import { changeImage, setOptions, setStatus } from './save.ts';

export { admin } from './admin.ts';

export const shown = shownBy('image', getImage, (row) => ({
  name: row.caption,
  detail: row.tags.join(', '),
  pictureId: row.fileId,
  status: row.status,
}));

const { images: procedures } = api;

const MOST_TAGS = 200;

/** An image as pages see it. */
const toImage = ({ searchText: _, createKey: __, addedByName, ...row }: ImageRow) => ({ ...row, addedBy: addedByName });

export const handlers = {
  list: procedures.list.handler(async ({ context, input }) => {
    const found = await context.services.db.read((reader) => listImages(reader, { ...input, limit: input.limit + 1 }));
    const rows = found.slice(0, input.limit).map(toImage);
    return { rows, next: found.length > rows.length ? (rows.at(-1)?.id ?? null) : null };
  }),
  tags: procedures.tags.handler(({ context }) => context.services.db.read((reader) => listTags(reader, MOST_TAGS))),
  get: procedures.get.handler(async ({ context, input }) => {
    const found = await load(context, input.id);
    const beside = await context.services.db.read((reader) => neighboursOf(reader, found));
    return { ...found, ...beside };
  }),
  read: procedures.read.handler(async ({ context, input: { fileId, size } }) => {
    const bytes = await context.services.db.read((reader) => findImageBytes(reader, fileId, size));
    if (!bytes) throw notFound();
    return webp(bytes);
  }),
  add: procedures.add.handler(async ({ context, input }) => load(context, await addFile(context, input))),
  addLink: procedures.addLink.handler(async ({ context, input }) => load(context, await addLink(context, input))),
  update: procedures.update.handler(async ({ context, input: { id, version, image } }) => {
    await changeImage(context, { id, version }, image);
    return load(context, id);
  }),
  archive: procedures.archive.handler(async ({ context, input }) => {
    await setStatus(context, input, 'archived');
    return load(context, input.id);
  }),
  restore: procedures.restore.handler(async ({ context, input }) => {
    await setStatus(context, input, 'active');
    return load(context, input.id);
  }),
  options: procedures.options.handler(({ context }) => ({ links: context.services.settings.get('imageLinks') })),
  setOptions: procedures.setOptions.handler(async ({ context, input }) => {
    await setOptions(context, input);
    return {};
  }),
};

async function load({ services }: { services: Parameters<typeof addFile>[0]['services'] }, id: number) {
  const row = await services.db.read((reader) => findImage(reader, id));
  if (!row) throw notFound();
  return toImage(row);
}
