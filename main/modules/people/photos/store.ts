import { eq } from 'drizzle-orm';
import type { CurrentUser } from '#contract/accounts/signIn.ts';
import { MAX_PHOTO_BYTES, type PhotoSubject } from '#contract/people/photos.ts';
import { permissionTo } from '#contract/permission.ts';
import type { Reader, Writer } from '#db/index.ts';
import { doctor, patient, photo, user } from '#db/schema/index.ts';
import { callerOf } from '#main/call/caller.ts';
import type { CallContext, Write } from '#main/call/context.ts';
import { checkMayManage } from '#main/modules/accounts/users/grants.ts';
import { existingUser } from '#main/modules/accounts/users/load.ts';
import type { Square } from '#main/ports.ts';
import { notFound, Refusal } from '#main/refusal.ts';
import { newToken } from '#main/services/tokens.ts';
import { hasPermission } from '#main/services/users.ts';

type Context = CallContext & { write: Write; user: CurrentUser | null };
interface Target {
  subject: PhotoSubject;
  subjectId: number;
}

const tables = { patient, doctor, user };

/** Stores a picture of a patient, doctor or user in place of any before it. The slow work is done before the transaction. */
export async function setPhoto(context: Context, input: Target & { file: Blob; crop?: Square | undefined }) {
  await context.services.db.read((reader) => checkMayChange(reader, context, input));
  if (input.file.size > MAX_PHOTO_BYTES) {
    throw new Refusal('TOO_LARGE', {
      sentence: { key: 'errors.photoTooLarge', params: { limit: MAX_PHOTO_BYTES / 1024 / 1024 } },
    });
  }
  const { ports, clock } = context.services;
  const sizes = await ports.images.square(Buffer.from(await input.file.arrayBuffer()), input.crop);
  const photoId = newToken();
  await context.write(async (tx, change) => {
    await checkMayChange(tx, context, input);
    await point(tx, input, photoId, clock.now());
    const { subject, subjectId } = input;
    await tx.insert(photo).values({ id: photoId, subject, subjectId, ...sizes, createdAt: clock.now() });
    change.touched({ entity: subject, id: subjectId, action: 'update', details: { photo: 'replaced' } });
  });
  return { photoId };
}

export async function removePhoto(context: Context, input: Target): Promise<void> {
  await context.write(async (tx, change) => {
    await checkMayChange(tx, context, input);
    await point(tx, input, null, context.services.clock.now());
    change.touched({ entity: input.subject, id: input.subjectId, action: 'update', details: { photo: 'removed' } });
  });
}

/** Changing a photo needs the right to change its subject; everybody may change their own. */
async function checkMayChange(reader: Reader, context: Context, { subject, subjectId }: Target): Promise<void> {
  const who = callerOf(context);
  if (subject === 'user' && who.id === subjectId) return;
  if (!hasPermission(who, permissionTo('change', subject))) throw new Refusal('FORBIDDEN');
  if (subject === 'user') await checkMayManage(reader, who, await existingUser(reader, subjectId));
}

/** Points the subject to its new photo and drops the old one. The version stays: a photo collides with no open form. */
async function point(tx: Writer, { subject, subjectId }: Target, photoId: string | null, now: number): Promise<void> {
  const table = tables[subject];
  const [row] = await tx.select({ old: table.photoId }).from(table).where(eq(table.id, subjectId));
  if (!row) throw notFound();
  await tx.update(table).set({ photoId, updatedAt: now }).where(eq(table.id, subjectId));
  if (row.old) await tx.delete(photo).where(eq(photo.id, row.old));
}
