import { eq, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/engine.ts';
import { user } from '#db/schema/accounts/accounts.ts';
import { doctor } from '#db/schema/people/doctor.ts';
import { patient } from '#db/schema/people/patient.ts';
import { photo } from '#db/schema/people/photo.ts';
import { prepared } from '#db/sqlite/prepared.ts';

/** Everything that is known of a photo. */
export type NewPhoto = typeof photo.$inferInsert;
/** Whose photo it is. */
export type PhotoOwner = Pick<NewPhoto, 'subject' | 'subjectId'>;

const owners = { patient, doctor, user };
const bytesOf = { small: preparedBytes('small'), large: preparedBytes('large') };

function preparedBytes(size: 'small' | 'large') {
  return prepared((reader: Reader) =>
    reader
      .select({ subject: photo.subject, subjectId: photo.subjectId, bytes: photo[size] })
      .from(photo)
      .where(eq(photo.id, sql.placeholder('id')))
      .prepare(),
  );
}

/** A photo's bytes (WebP) and whose it is, or undefined. */
export async function findPhoto(reader: Reader, id: string, size: 'small' | 'large') {
  return bytesOf[size](reader).get({ id });
}

/** Which photo its owner has: null for none, undefined when there is no such owner. */
export async function photoOf(reader: Reader, { subject, subjectId }: PhotoOwner): Promise<string | null | undefined> {
  const table = owners[subject];
  const [row] = await reader.select({ id: table.photoId }).from(table).where(eq(table.id, subjectId));
  return row?.id;
}

/** Puts `made` in place of the photo before it; null removes that. The owner's version stays: a photo collides with no open form. */
export async function replacePhoto(
  tx: Writer,
  owner: PhotoOwner,
  { before, made, now }: { before: string | null; made: NewPhoto | null; now: number },
): Promise<void> {
  const table = owners[owner.subject];
  if (made) await tx.insert(photo).values(made);
  await tx
    .update(table)
    .set({ photoId: made?.id ?? null, updatedAt: now })
    .where(eq(table.id, owner.subjectId));
  if (before !== null) await tx.delete(photo).where(eq(photo.id, before));
}
