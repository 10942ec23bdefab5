import type { CurrentUser } from '#contract/accounts/signIn.ts';
import { type Bookmark, type BookmarkKind, bookmarkKind, type RememberedRecord } from '#contract/people/bookmarks.ts';
import { permissionTo } from '#contract/permission.ts';
import type { Reader } from '#db/index.ts';
import { addBookmark, bookmarksOf, countBookmarks, removeBookmark } from '#db/queries/people/bookmarks.ts';
import { openedBy } from '#db/queries/system/openedLately.ts';
import { callerOf } from '#main/call/caller.ts';
import { api } from '#main/pipeline/index.ts';
import { findShown } from '#main/records/shown.ts';
import { notFound, Refusal } from '#main/refusal.ts';
import { hasPermission } from '#main/services/users.ts';

const { bookmarks: procedures } = api;

const MOST = 500;
/** More than these nobody looks through for the one they just had. */
const MOST_LATELY = 8;

/** A mark may outlive its kind. */
const isBookmarkKind = (kind: string): kind is BookmarkKind => bookmarkKind.safeParse(kind).success;

/** The record as it stands among those to come back to; null when there is none, or it is not for these eyes. */
async function remembered(
  reader: Reader,
  who: CurrentUser,
  kind: string,
  id: number,
): Promise<RememberedRecord | null> {
  if (!isBookmarkKind(kind) || !hasPermission(who, permissionTo('view', kind))) return null;
  const record = await findShown(reader, kind, id);
  return record ? { birthDate: null, deceasedOn: null, status: 'active', ...record, kind, id } : null;
}

export const handlers = {
  list: procedures.list.handler(({ context }) => {
    const who = callerOf(context);
    return context.services.db.read(async (reader) => {
      const shown: Bookmark[] = [];
      for (const { kind, recordId, createdAt } of await bookmarksOf(reader, who.id, MOST)) {
        const record = await remembered(reader, who, kind, recordId);
        if (record) shown.push({ ...record, createdAt });
      }
      return shown;
    });
  }),
  openedLately: procedures.openedLately.handler(({ context }) => {
    const who = callerOf(context);
    return context.services.db.read(async (reader) => {
      const shown: RememberedRecord[] = [];
      for (const { entity, entityId } of await openedBy(reader, who.id)) {
        const record = await remembered(reader, who, entity, entityId);
        if (record) shown.push(record);
        if (shown.length === MOST_LATELY) break;
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
