import { MAX_DRAFT_BYTES } from '#contract/system/drafts.ts';
import type { Database } from '#db/index.ts';
import { countDrafts, deleteDraft, draftsOf, getDraft, insertDraft, updateDraft } from '#db/queries/accounts/drafts.ts';
import type { Clock } from '#main/ports.ts';
import { Refusal } from '#main/refusal.ts';
import { deriveKey, seal, unseal } from './secrets.ts';

const MOST_DRAFTS = 200;

/**
 * What people were typing. Each author's drafts are sealed with a key derived from the data key and their id --
 * derived, not wrapped with their password, so that a password reset does not cost them their work -- and bound to their
 * form, so that a row read for the wrong person, or under the wrong form, cannot be opened.
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
  return {
    async save(userId, formKey, data) {
      const plain = Buffer.from(JSON.stringify(data));
      if (plain.length > MAX_DRAFT_BYTES)
        throw new Refusal('TOO_LARGE', { sentence: { key: 'accounts.draftTooLarge' } });
      const row = { userId, formKey, sealed: seal(keyOf(userId), plain, formKey), updatedAt: clock.now() };
      await db.write(async (tx) => {
        if (await updateDraft(tx, row)) return;
        if ((await countDrafts(tx, userId)) >= MOST_DRAFTS)
          throw new Refusal('TOO_LARGE', { sentence: { key: 'accounts.tooManyDrafts' } });
        await insertDraft(tx, row);
      });
      return row.updatedAt;
    },
    async get(userId, formKey) {
      const row = await db.read((reader) => getDraft(reader, { userId, formKey }));
      const plain = row && unseal(keyOf(userId), row.sealed, formKey);
      return plain ? { formKey, updatedAt: row.updatedAt, data: JSON.parse(plain.toString()) } : null;
    },
    list: (userId) => db.read((reader) => draftsOf(reader, userId)),
    discard: (userId, formKey) => db.write((tx) => deleteDraft(tx, { userId, formKey })),
  };
}
