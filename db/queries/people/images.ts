import { and, asc, count, desc, eq, getTableColumns, gt, like, lt, type SQL, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/engine.ts';
import { user } from '#db/schema/accounts/accounts.ts';
import { image, imageFile, imageTag } from '#db/schema/people/image.ts';
import { fold, words } from '#db/search/fold.ts';
import { prepared } from '#db/sqlite/prepared.ts';

export type StoredImage = typeof image.$inferSelect;

export interface ImageQuery {
  /** Beginnings of words of caption or tags, in any order, as typed. */
  text: string;
  tag?: string | undefined;
  status: 'active' | 'archived';
  before?: number | undefined;
  limit: number;
}

const { prefix, givenName, middleName, familyName, suffix } = user;
const columns = {
  ...getTableColumns(image),
  addedByName: { prefix, givenName, middleName, familyName, suffix },
};

const selectImages = (reader: Reader) => reader.select(columns).from(image).leftJoin(user, eq(user.id, image.addedBy));
export type ImageRow = Awaited<ReturnType<typeof selectImages>>[number];

/** What a search for words compares: each word begins after a space. */
const imageSearchText = (caption: string, tags: readonly string[]) =>
  ` ${words([caption, ...tags].join(' ')).join(' ')}`;

/** A page of the library, newest first. */
export async function listImages(reader: Reader, query: ImageQuery): Promise<ImageRow[]> {
  const tagged = (tag: string) =>
    reader
      .select({ id: imageTag.imageId })
      .from(imageTag)
      .where(eq(imageTag.tagKey, fold(tag)));
  return selectImages(reader)
    .where(
      and(
        eq(image.status, query.status),
        query.before === undefined ? undefined : lt(image.id, query.before),
        query.tag === undefined ? undefined : sql`${image.id} in ${tagged(query.tag)}`,
        // Folded words hold letters and digits only, nothing that means something to LIKE.
        ...words(query.text).map((word) => like(image.searchText, `% ${word}%`)),
      ),
    )
    .orderBy(desc(image.id))
    .limit(query.limit);
}

/** The image with this id and who added it, or undefined. */
export async function findImage(reader: Reader, id: number): Promise<ImageRow | undefined> {
  const [row] = await selectImages(reader).where(eq(image.id, id));
  return row;
}

const bytesOf = { small: preparedBytes('small'), large: preparedBytes('large') };

function preparedBytes(size: 'small' | 'large') {
  return prepared((reader: Reader) =>
    reader
      .select({ bytes: imageFile[size] })
      .from(imageFile)
      .where(eq(imageFile.id, sql.placeholder('id')))
      .prepare(),
  );
}

/** The bytes (WebP) of an image's file, or undefined. */
export async function findImageBytes(
  reader: Reader,
  fileId: string,
  size: 'small' | 'large',
): Promise<Buffer | undefined> {
  return bytesOf[size](reader).get({ id: fileId })?.bytes;
}

/** The ids of the images before and after one of the same status; null where it is the first or last. */
export async function neighboursOf(reader: Reader, { id, status }: Pick<StoredImage, 'id' | 'status'>) {
  const beside = (where: SQL, order: SQL) =>
    reader
      .select({ id: image.id })
      .from(image)
      .where(and(eq(image.status, status), where))
      .orderBy(order)
      .limit(1);
  const [[newer], [older]] = [
    await beside(gt(image.id, id), asc(image.id)),
    await beside(lt(image.id, id), desc(image.id)),
  ];
  return { newer: newer?.id ?? null, older: older?.id ?? null };
}

/** The tags of active images with how many carry them, the most used first. */
export async function listTags(reader: Reader, limit: number): Promise<Array<{ tag: string; images: number }>> {
  return reader
    .select({ tag: sql<string>`min(${imageTag.tag})`, images: count() })
    .from(imageTag)
    .innerJoin(image, and(eq(image.id, imageTag.imageId), eq(image.status, 'active')))
    .groupBy(imageTag.tagKey)
    .orderBy(desc(count()), imageTag.tagKey)
    .limit(limit);
}

export type NewImage = Omit<typeof image.$inferInsert, 'id' | 'searchText' | 'version'>;

/** The image with this id, without who added it, or undefined. */
export async function getImage(reader: Reader, id: number): Promise<StoredImage | undefined> {
  const [row] = await reader.select().from(image).where(eq(image.id, id));
  return row;
}

/** Every image of the library. */
export async function allImages(reader: Reader): Promise<StoredImage[]> {
  return reader.select().from(image);
}

/** The image that a form with this create key has made, or undefined. */
export async function imageMadeBy(reader: Reader, createKey: string): Promise<StoredImage | undefined> {
  const [row] = await reader.select().from(image).where(eq(image.createKey, createKey));
  return row;
}

/** Adds an image with its file and tags. */
export async function insertImage(
  tx: Writer,
  values: NewImage & { tags: string[] },
  file: { large: Buffer; small: Buffer },
): Promise<StoredImage> {
  await tx.insert(imageFile).values({ id: values.fileId, ...file });
  const row = tx
    .insert(image)
    .values({ ...values, searchText: imageSearchText(values.caption, values.tags) })
    .returning()
    .get();
  await setTags(tx, row.id, values.tags);
  return row;
}

/** Changes an image that is still at `version`; undefined when it is not. */
export async function updateImage(
  tx: Writer,
  before: StoredImage,
  changes: Partial<StoredImage> & { updatedAt: number },
): Promise<StoredImage | undefined> {
  const { id, version } = before;
  const { caption, tags } = { ...before, ...changes };
  const row = tx
    .update(image)
    .set({ ...changes, searchText: imageSearchText(caption, tags), version: version + 1 })
    .where(and(eq(image.id, id), eq(image.version, version)))
    .returning()
    .get();
  if (row && changes.tags) await setTags(tx, id, tags);
  return row;
}

async function setTags(tx: Writer, imageId: number, tags: readonly string[]): Promise<void> {
  await tx.delete(imageTag).where(eq(imageTag.imageId, imageId));
  const rows = tags.map((tag) => ({ imageId, tag, tagKey: fold(tag) }));
  if (rows.length > 0) await tx.insert(imageTag).values(rows).onConflictDoNothing();
}
