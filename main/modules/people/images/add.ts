import type { ImageForm } from '#contract/people/images.ts';
import { MAX_PHOTO_BYTES } from '#contract/people/photos.ts';
import { findImageBytes, type StoredImage } from '#db/queries/people/images.ts';
import { createLinkFetcher } from '#main/adapters/links/fetch.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { createRecord } from '#main/records/save.ts';
import { Refusal } from '#main/refusal.ts';
import { newToken } from '#main/services/tokens.ts';
import { imageStore } from './store.ts';
import { withoutDoubles } from './tags.ts';

const fetchPublic = createLinkFetcher();

interface Wanted {
  createKey: string;
  image: ImageForm;
}

/** Takes a file into the library; answers the id of the image. */
export async function addFile(context: Context, input: Wanted & { file: Blob }): Promise<number> {
  if (input.file.size > MAX_PHOTO_BYTES)
    throw new Refusal('TOO_LARGE', {
      sentence: { key: 'errors.photoTooLarge', params: { limit: MAX_PHOTO_BYTES / 1024 / 1024 } },
    });
  return add(context, input, Buffer.from(await input.file.arrayBuffer()), '');
}

/** Fetches a picture from the web into the library; answers the id of the image. */
export async function addLink(context: Context, input: Wanted & { url: string }): Promise<number> {
  const { ports, settings } = context.services;
  if (!settings.get('imageLinks')) throw new Refusal('FORBIDDEN', { sentence: { key: 'images.problem.linksOff' } });
  const file = await (ports.fetchLink ?? fetchPublic)(input.url);
  return add(context, input, file, URL.canParse(input.url) ? new URL(input.url).hostname : '');
}

/** The slow work is done before the transaction; the same form and picture a second time answer the image they made the first time. */
async function add(
  context: Context,
  { createKey, image: form }: Wanted,
  file: Buffer,
  source: string,
): Promise<number> {
  const { ports, clock } = context.services;
  const { width, height, ...sizes } = await ports.images.whole(file);
  return context.write(async (tx, change) => {
    const at = { tx, change, now: clock.now() };
    const tags = withoutDoubles(form.tags);
    const said = { ...form, tags, source };
    const hasTheRest = async ({ fileId }: StoredImage) =>
      (await findImageBytes(tx, fileId, 'large'))?.equals(sizes.large) ?? false;
    const values = { ...said, width, height, fileId: newToken(), addedBy: callerOf(context).id };
    const details = { caption: form.caption, source };
    const row = await createRecord(at, imageStore(sizes), { createKey, form: said, hasTheRest }, () => values, details);
    return row.id;
  });
}
