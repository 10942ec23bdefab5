import { eq } from 'drizzle-orm';
import type { ImageForm } from '#contract/images.ts';
import { type StoredImage, updateImage } from '#db/queries/images.ts';
import { image } from '#db/schema/index.ts';
import { conflict, notFound } from '#main/refusal.ts';
import { saving } from '#main/services/saving.ts';
import type { Context } from '../caller.ts';
import { actOf, changedFields } from '../changes.ts';
import { saveSetting } from '../settings.ts';
import { withoutDoubles } from './tags.ts';

interface Place {
  id: number;
  version: number;
}
type Changes = Partial<Pick<StoredImage, 'caption' | 'tags' | 'status'>>;

/** Changes caption and tags. Raises CONFLICT when somebody else was faster. */
export const changeImage = (context: Context, place: Place, form: ImageForm) =>
  store(context, place, { ...form, tags: withoutDoubles(form.tags) });

/** Archives an image or brings it back. */
export const setStatus = (context: Context, place: Place, status: StoredImage['status']) =>
  store(context, place, { status });

function store(context: Context, { id, version }: Place, changes: Changes): Promise<void> {
  return context.write(async (tx, change) => {
    const [before] = await tx.select().from(image).where(eq(image.id, id));
    if (!before) throw notFound();
    if (before.version !== version) throw conflict(before.version);
    const after = await saving(change, 'image', id, async () => {
      const saved = await updateImage(tx, before, { ...changes, updatedAt: context.services.clock.now() });
      if (!saved) throw conflict(before.version);
      return saved;
    });
    const changed = changedFields(before, after, ['caption', 'tags', 'status']);
    change.touched({ entity: 'image', id, action: actOf(changes.status), details: { changed } });
  });
}

/** Whether pictures may be added by their address. */
export const setOptions = (context: Context, { links }: { links: boolean }): Promise<void> =>
  saveSetting(context, { name: 'imageLinks' }, links);
