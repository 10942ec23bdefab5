import { and, desc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/index.ts';
import { draft } from '#db/schema/accounts/profile.ts';

/** What somebody was typing into a form, sealed. */
export type Draft = typeof draft.$inferSelect;

/** Whose draft of which form. */
export type DraftKey = Pick<Draft, 'userId' | 'formKey'>;

const at = ({ userId, formKey }: DraftKey) => and(eq(draft.userId, userId), eq(draft.formKey, formKey));

/** The draft of a form, or undefined. */
export async function getDraft(reader: Reader, key: DraftKey): Promise<Draft | undefined> {
  return reader.select().from(draft).where(at(key)).get();
}

/** Somebody's drafts, the newest first, without what is in them. */
export async function draftsOf(reader: Reader, userId: number): Promise<Array<Omit<Draft, 'userId' | 'sealed'>>> {
  return reader
    .select({ formKey: draft.formKey, sealedHeading: draft.sealedHeading, updatedAt: draft.updatedAt })
    .from(draft)
    .where(eq(draft.userId, userId))
    .orderBy(desc(draft.updatedAt));
}

/** How many drafts somebody has. */
export async function countDrafts(reader: Reader, userId: number): Promise<number> {
  return reader.$count(draft, eq(draft.userId, userId));
}

/** Adds the first draft of a form. */
export async function insertDraft(tx: Writer, values: Draft): Promise<void> {
  await tx.insert(draft).values(values);
}

/** Changes the draft of a form. False where there is none. */
export async function updateDraft(tx: Writer, { userId, formKey, ...values }: Draft): Promise<boolean> {
  const changed = await tx.update(draft).set(values).where(at({ userId, formKey })).returning({ at: draft.updatedAt });
  return changed.length > 0;
}

/** Removes the draft of a form, if there is one. */
export async function deleteDraft(tx: Writer, key: DraftKey): Promise<void> {
  await tx.delete(draft).where(at(key));
}
