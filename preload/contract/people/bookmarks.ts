import * as z from 'zod';
import { kindsWith } from '../entities.ts';
import { calendarDate, id, instant, recordStatus } from '../ground/fields.ts';
import { procedure } from '../ground/procedure.ts';

export const bookmarkKind = z.enum(kindsWith('bookmark'));
export type BookmarkKind = z.infer<typeof bookmarkKind>;

/** A record to come back to. */
export const rememberedRecord = z.object({
  kind: bookmarkKind,
  id,
  name: z.string(),
  /** What tells it from others of the name: the MRN, the speciality. */
  detail: z.string(),
  /** Of a person's photo or of an image's file. */
  pictureId: z.string().nullable(),
  /** Of a patient. */
  birthDate: calendarDate.nullable(),
  deceasedOn: calendarDate.nullable(),
  status: recordStatus,
});
export type RememberedRecord = z.infer<typeof rememberedRecord>;

export const bookmark = rememberedRecord.extend({ createdAt: instant });
export type Bookmark = z.infer<typeof bookmark>;

/** What everybody marks for themselves; records that one may not see (any more) are left out. */
export const bookmarks = {
  /** Newest first. */
  list: procedure({ access: 'signedIn', effect: 'read' }).output(z.array(bookmark)),
  /** The records that the caller has opened lately, the last one first. */
  openedLately: procedure({ access: 'signedIn', effect: 'read' }).output(z.array(rememberedRecord)),
  set: procedure({ access: 'signedIn', effect: 'write', audit: { action: 'update', entity: 'bookmark' } })
    .input(z.strictObject({ kind: bookmarkKind, id, on: z.boolean() }))
    .output(z.object({})),
};
