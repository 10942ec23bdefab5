import { eq, inArray } from 'drizzle-orm';
import { journalOf } from '#db/queries/system/journal.ts';
import { signInAttempt } from '#db/schema/accounts/accounts.ts';

/** Everybody's tries to sign in, by time, as Administration reads them. */
export const signInJournal = journalOf(signInAttempt, {
  outcome: (value: string) => ({ column: signInAttempt.outcome, of: (column) => eq(column, value) }),
  userId: (value: number) => ({ column: signInAttempt.userId, of: (column) => eq(column, value) }),
  userIds: (values: number[]) => ({ column: signInAttempt.userId, of: (column) => inArray(column, values) }),
});
