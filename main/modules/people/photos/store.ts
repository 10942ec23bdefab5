import { MAX_PHOTO_BYTES } from '#contract/people/photos.ts';
import { permissionTo } from '#contract/permission.ts';
import type { Reader } from '#db/index.ts';
import { type NewPhoto, type PhotoOwner, photoOf, replacePhoto } from '#db/queries/people/photos.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { checkMayManage } from '#main/modules/accounts/users/grants.ts';
import { existingUser } from '#main/modules/accounts/users/load.ts';
import type { Square } from '#main/ports.ts';
import { changeBeside } from '#main/records/save.ts';
import { notFound, Refusal } from '#main/refusal.ts';
import { newToken } from '#main/services/tokens.ts';
import { hasPermission } from '#main/services/users.ts';

/** Stores a picture of a patient, doctor or user in place of any before it. The slow work is done before the transaction. */
export async function setPhoto(context: Context, input: PhotoOwner & { file: Blob; crop?: Square | undefined }) {
  const { subject, subjectId } = input;
  await context.services.db.read((reader) => checkMayChange(reader, context, input));
  if (input.file.size > MAX_PHOTO_BYTES) {
    throw new Refusal('TOO_LARGE', {
      sentence: { key: 'errors.photoTooLarge', params: { limit: MAX_PHOTO_BYTES / 1024 / 1024 } },
    });
  }
  const { ports, clock } = context.services;
  const sizes = await ports.images.square(Buffer.from(await input.file.arrayBuffer()), input.crop);
  const photoId = newToken();
  await save(context, { subject, subjectId }, { id: photoId, subject, subjectId, ...sizes, createdAt: clock.now() });
  return { photoId };
}

export const removePhoto = (context: Context, { subject, subjectId }: PhotoOwner): Promise<void> =>
  save(context, { subject, subjectId }, null);

/** A change of the owner: the photo is part of their record. */
function save(context: Context, owner: PhotoOwner, made: NewPhoto | null): Promise<void> {
  const details = { photo: made ? 'replaced' : 'removed' };
  return context.write(async (tx, change) => {
    await checkMayChange(tx, context, owner);
    const before = await photoOf(tx, owner);
    if (before === undefined) throw notFound();
    if (before === null && !made) return change.unchanged();
    const at = { tx, change, now: context.services.clock.now() };
    await changeBeside(at, { kind: owner.subject, id: owner.subjectId, details }, () =>
      replacePhoto(tx, owner, { before, made, now: at.now }),
    );
  });
}

/** Changing a photo needs the right to change its subject; everybody may change their own. */
async function checkMayChange(reader: Reader, context: Context, { subject, subjectId }: PhotoOwner): Promise<void> {
  const who = callerOf(context);
  if (subject === 'user' && who.id === subjectId) return;
  if (!hasPermission(who, permissionTo('change', subject))) throw new Refusal('FORBIDDEN');
  if (subject === 'user') await checkMayManage(reader, who, await existingUser(reader, subjectId));
}
