import { and, desc, eq } from 'drizzle-orm';
import { plainName } from '#contract/ground/names.ts';
import type { Bookmark, BookmarkKind } from '#contract/people/bookmarks.ts';
import { permissionTo } from '#contract/permission.ts';
import type { Reader } from '#db/index.ts';
import { getDoctor } from '#db/queries/people/doctors.ts';
import { getPatient } from '#db/queries/people/patients.ts';
import { bookmark, image } from '#db/schema/index.ts';
import { callerOf } from '#main/call/caller.ts';
import { api } from '#main/pipeline/index.ts';
import { notFound, Refusal } from '#main/refusal.ts';
import { hasPermission } from '#main/services/users.ts';

const { bookmarks: procedures } = api;

const MOST = 500;

type Shown = Pick<Bookmark, 'name' | 'detail' | 'pictureId'>;

/** How a record of each kind is shown; undefined when there is none. */
const records: Record<BookmarkKind, (reader: Reader, id: number) => Promise<Shown | undefined>> = {
  patient: async (reader, id) => {
    const row = getPatient(reader, id);
    return row && { name: plainName(row), detail: row.mrn, pictureId: row.photoId };
  },
  doctor: async (reader, id) => {
    const row = getDoctor(reader, id);
    return row && { name: plainName(row), detail: row.speciality, pictureId: row.photoId };
  },
  image: async (reader, id) => {
    const [row] = await reader.select().from(image).where(eq(image.id, id));
    return row && { name: row.caption, detail: row.tags.join(', '), pictureId: row.fileId };
  },
};

export const bookmarks = {
  list: procedures.list.handler(({ context }) => {
    const who = callerOf(context);
    return context.services.db.read(async (reader) => {
      const marked = await reader
        .select()
        .from(bookmark)
        .where(eq(bookmark.userId, who.id))
        .orderBy(desc(bookmark.createdAt))
        .limit(MOST);
      const shown: Bookmark[] = [];
      for (const { kind, recordId, createdAt } of marked) {
        if (!hasPermission(who, permissionTo('view', kind))) continue;
        const record = await records[kind](reader, recordId);
        if (record) shown.push({ kind, id: recordId, createdAt, ...record });
      }
      return shown;
    });
  }),
  set: procedures.set.handler(async ({ context, input: { kind, id, on } }) => {
    const who = callerOf(context);
    if (!hasPermission(who, permissionTo('view', kind))) throw new Refusal('FORBIDDEN');
    await context.write(async (tx) => {
      const mine = and(eq(bookmark.userId, who.id), eq(bookmark.kind, kind), eq(bookmark.recordId, id));
      if (!on) return void (await tx.delete(bookmark).where(mine));
      if (!(await records[kind](tx, id))) throw notFound();
      if ((await tx.$count(bookmark, eq(bookmark.userId, who.id))) >= MOST)
        throw new Refusal('TOO_LARGE', { sentence: { key: 'bookmarks.tooMany', params: { most: MOST } } });
      const row = { userId: who.id, kind, recordId: id, createdAt: context.services.clock.now() };
      await tx.insert(bookmark).values(row).onConflictDoNothing();
    });
    return {};
  }),
};
