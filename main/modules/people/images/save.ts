import type { ImageForm } from '#contract/people/images.ts';
import type { StoredImage } from '#db/queries/people/images.ts';
import type { Context } from '#main/call/caller.ts';
import { saveSetting } from '#main/modules/system/settings.ts';
import { actOf } from '#main/records/changes.ts';
import { type RecordVersion, updateRecord } from '#main/records/save.ts';
import { imageStore } from './store.ts';
import { withoutDoubles } from './tags.ts';

/** Changes caption and tags. Raises CONFLICT when somebody else was faster. */
export const changeImage = (context: Context, place: RecordVersion, form: ImageForm) =>
  store(context, place, { ...form, tags: withoutDoubles(form.tags) });

/** Archives an image or brings it back. */
export const setStatus = (context: Context, place: RecordVersion, status: StoredImage['status']) =>
  store(context, place, { status });

function store(context: Context, place: RecordVersion, changes: Partial<StoredImage>): Promise<void> {
  return context.write(async (tx, change) => {
    const at = { tx, change, now: context.services.clock.now() };
    await updateRecord(at, imageStore(), place, () => changes, actOf(changes.status));
  });
}

/** Whether pictures may be added by their address. */
export const setOptions = (context: Context, { links }: { links: boolean }): Promise<void> =>
  saveSetting(context, { name: 'imageLinks' }, links);
