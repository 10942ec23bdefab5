import { plainName } from '#contract/ground/names.ts';
import type { Bookmark, BookmarkKind } from '#contract/people/bookmarks.ts';
import { permissionTo } from '#contract/permission.ts';
import type { Reader } from '#db/index.ts';
import { addBookmark, bookmarksOf, countBookmarks, removeBookmark } from '#db/queries/people/bookmarks.ts';
import { getDoctor } from '#db/queries/people/doctors.ts';
import { getImage } from '#db/queries/people/images.ts';
import { getPatient } from '#db/queries/people/patients.ts';
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
    const row = await getPatient(reader, id);
    return row && { name: plainName(row), detail: row.mrn, pictureId: row.photoId };
  },
  doctor: async (reader, id) => {
    const row = await getDoctor(reader, id);
    return row && { name: plainName(row), detail: row.speciality, pictureId: row.photoId };
  },
  image: async (reader, id) => {
    const row = await getImage(reader, id);
    return row && { name: row.caption, detail: row.tags.join(', '), pictureId: row.fileId };
  },
};

export const handlers = {
  list: procedures.list.handler(({ context }) => {
    const who = callerOf(context);
    return context.services.db.read(async (reader) => {
      const shown: Bookmark[] = [];
      for (const { kind, recordId, createdAt } of await bookmarksOf(reader, who.id, MOST)) {
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
      const mark = { userId: who.id, kind, recordId: id };
      if (!on) return removeBookmark(tx, mark);
      if (!(await records[kind](tx, id))) throw notFound();
      if ((await countBookmarks(tx, who.id)) >= MOST)
        throw new Refusal('TOO_LARGE', { sentence: { key: 'bookmarks.tooMany', params: { most: MOST } } });
      await addBookmark(tx, { ...mark, createdAt: context.services.clock.now() });
    });
    return {};
  }),
};
