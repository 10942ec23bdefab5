import { and, desc, eq } from 'drizzle-orm';
import { MAX_DRAFT_BYTES } from '#contract/system/drafts.ts';
import type { Database } from '#db/index.ts';
import { draft } from '#db/schema/index.ts';
import type { Clock } from '#main/ports.ts';
import { Refusal } from '#main/refusal.ts';
import { deriveKey, seal, unseal } from './secrets.ts';

const MOST_DRAFTS = 200;

/**
 * What people were typing. Each author's drafts are sealed with a key derived from the data key and his id -- derived,
 * not wrapped with his password, so that a password reset does not cost him his work -- and bound to their form, so
 * that a row read for the wrong person, or under the wrong form, cannot be opened.
 */
export interface Drafts {
  /** On disk when it resolves; answers when it was saved. */
  save(userId: number, formKey: string, data: unknown): Promise<number>;
  get(userId: number, formKey: string): Promise<{ formKey: string; updatedAt: number; data: unknown } | null>;
  list(userId: number): Promise<Array<{ formKey: string; updatedAt: number }>>;
  discard(userId: number, formKey: string): Promise<void>;
}

export function createDrafts(db: Database, clock: Clock, dataKey: Buffer): Drafts {
  const keyOf = (userId: number) => deriveKey(dataKey, `drafts of user ${userId}`);
  const place = (userId: number, formKey: string) => and(eq(draft.userId, userId), eq(draft.formKey, formKey));
  return {
    async save(userId, formKey, data) {
      const plain = Buffer.from(JSON.stringify(data));
      if (plain.length > MAX_DRAFT_BYTES)
        throw new Refusal('TOO_LARGE', { sentence: { key: 'accounts.draftTooLarge' } });
      const row = { sealed: seal(keyOf(userId), plain, formKey), updatedAt: clock.now() };
      await db.write(async (tx) => {
        const changed = await tx
          .update(draft)
          .set(row)
          .where(place(userId, formKey))
          .returning({ at: draft.updatedAt });
        if (changed.length > 0) return;
        const count = await tx.$count(draft, eq(draft.userId, userId));
        if (count >= MOST_DRAFTS) throw new Refusal('TOO_LARGE', { sentence: { key: 'accounts.tooManyDrafts' } });
        await tx.insert(draft).values({ userId, formKey, ...row });
      });
      return row.updatedAt;
    },
    async get(userId, formKey) {
      const [row] = await db.read(async (reader) => reader.select().from(draft).where(place(userId, formKey)));
      const plain = row && unseal(keyOf(userId), row.sealed, formKey);
      return plain ? { formKey, updatedAt: row.updatedAt, data: JSON.parse(plain.toString()) } : null;
    },
    list: (userId) =>
      db.read(async (reader) =>
        reader
          .select({ formKey: draft.formKey, updatedAt: draft.updatedAt })
          .from(draft)
          .where(eq(draft.userId, userId))
          .orderBy(desc(draft.updatedAt)),
      ),
    async discard(userId, formKey) {
      await db.write(async (tx) => void (await tx.delete(draft).where(place(userId, formKey))));
    },
  };
}
