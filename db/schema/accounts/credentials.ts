import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant } from '../columns.ts';
import { user } from './accounts.ts';

const owner = () =>
  integer('user_id')
    .notNull()
    .references(() => user.id);

/** The authenticator of a user; it counts once confirmed. */
export const secondFactor = sqliteTable('second_factor', {
  userId: integer('user_id')
    .primaryKey()
    .references(() => user.id),
  secret: text('secret').notNull(),
  confirmedAt: instant('confirmed_at'),
  /** The newest time step whose code was used; that one and older ones are spent. */
  lastStep: integer('last_step').notNull().default(0),
});

/** Printed codes, each good once; only keyed hashes are stored. */
export const recoveryCode = sqliteTable(
  'recovery_code',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    userId: owner(),
    codeHash: text('code_hash').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [index('recovery_code_user').on(t.userId)],
);

/** The one reset code of a user, if an administrator has issued one; a newer takes the place of an older. */
export const resetCode = sqliteTable('reset_code', {
  userId: integer('user_id')
    .primaryKey()
    .references(() => user.id),
  codeHash: text('code_hash').notNull(),
  /** What the account was when the code was made: the code dies when password, sign-in or e-mail change. */
  stamp: text('stamp').notNull(),
  expiresAt: instant('expires_at').notNull(),
});
