import { type DraftHeading, MAX_DRAFT_BYTES } from '#contract/system/drafts.ts';
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
  save(userId: number, formKey: string, draft: DraftContent): Promise<number>;
  get(userId: number, formKey: string): Promise<(KeptDraft & DraftContent) | null>;
  list(userId: number): Promise<KeptDraft[]>;
  discard(userId: number, formKey: string): Promise<void>;
}

interface DraftContent {
  data: unknown;
  heading: DraftHeading | null;
}

type KeptDraft = { formKey: string; updatedAt: number } & Pick<DraftContent, 'heading'>;

export function createDrafts(db: Database, clock: Clock, dataKey: Buffer): Drafts {
  const keyOf = (userId: number) => deriveKey(dataKey, `drafts of user ${userId}`);
  const sealHeading = (userId: number, formKey: string, heading: DraftHeading) =>
    seal(keyOf(userId), Buffer.from(JSON.stringify(heading)), headingOf(formKey));
  const readHeading = (userId: number, formKey: string, sealed: Buffer | null): DraftHeading | null => {
    const plain = sealed && unseal(keyOf(userId), sealed, headingOf(formKey));
    return plain ? JSON.parse(plain.toString()) : null;
  };
  return {
    async save(userId, formKey, { data, heading }) {
      const plain = Buffer.from(JSON.stringify(data));
      if (plain.length > MAX_DRAFT_BYTES)
        throw new Refusal('TOO_LARGE', { sentence: { key: 'accounts.draftTooLarge' } });
      const row = {
        userId,
        formKey,
        sealed: seal(keyOf(userId), plain, formKey),
        sealedHeading: heading && sealHeading(userId, formKey, heading),
        updatedAt: clock.now(),
      };
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
      if (!plain) return null;
      const heading = readHeading(userId, formKey, row.sealedHeading);
      return { formKey, updatedAt: row.updatedAt, heading, data: JSON.parse(plain.toString()) };
    },
    async list(userId) {
      const rows = await db.read((reader) => draftsOf(reader, userId));
      return rows.map(({ formKey, updatedAt, sealedHeading }) => ({
        formKey,
        updatedAt,
        heading: readHeading(userId, formKey, sealedHeading),
      }));
    },
    discard: (userId, formKey) => db.write((tx) => deleteDraft(tx, { userId, formKey })),
  };
}

/** A heading is bound to its form like the rest, and opens as nothing else. */
const headingOf = (formKey: string) => `heading of ${formKey}`;
