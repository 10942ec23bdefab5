import { type Bookmark, type BookmarkKind, bookmarkKind } from '#contract/people/bookmarks.ts';
import { permissionTo } from '#contract/permission.ts';
import { addBookmark, bookmarksOf, countBookmarks, removeBookmark } from '#db/queries/people/bookmarks.ts';
import { callerOf } from '#main/call/caller.ts';
import { api } from '#main/pipeline/index.ts';
import { findShown } from '#main/records/shown.ts';
import { notFound, Refusal } from '#main/refusal.ts';
import { hasPermission } from '#main/services/users.ts';

const { bookmarks: procedures } = api;

const MOST = 500;

/** A mark may outlive its kind. */
const isBookmarkKind = (kind: string): kind is BookmarkKind => bookmarkKind.safeParse(kind).success;

export const handlers = {
  list: procedures.list.handler(({ context }) => {
    const who = callerOf(context);
    return context.services.db.read(async (reader) => {
      const shown: Bookmark[] = [];
      for (const { kind, recordId, createdAt } of await bookmarksOf(reader, who.id, MOST)) {
        if (!isBookmarkKind(kind) || !hasPermission(who, permissionTo('view', kind))) continue;
        const record = await findShown(reader, kind, recordId);
        if (record) shown.push({ kind, id: recordId, createdAt, ...record });
      }
      return shown;
    });
  }),
  set: procedures.set.handler(async ({ context, input: { kind, id, on } }) => {
    const who = callerOf(context);
    context.call.about = { entity: 'bookmark', details: { kind, on } };
    if (!hasPermission(who, permissionTo('view', kind))) throw new Refusal('FORBIDDEN');
    await context.write(async (tx) => {
      const mark = { userId: who.id, kind, recordId: id };
      if (!on) return removeBookmark(tx, mark);
      if (!(await findShown(tx, kind, id))) throw notFound();
      if ((await countBookmarks(tx, who.id)) >= MOST)
        throw new Refusal('TOO_LARGE', { sentence: { key: 'bookmarks.tooMany', params: { most: MOST } } });
      await addBookmark(tx, { ...mark, createdAt: context.services.clock.now() });
    });
    return {};
  }),
};
