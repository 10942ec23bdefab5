import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { instant, personColumns, recordColumns } from '../columns.ts';

/** People who sign in. Ids are never reused (AUTOINCREMENT), so an old audit row can never point at somebody new. */
export const user = sqliteTable(
  'user',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    username: text('username').notNull(),
    /** NFKC and case-folded; what uniqueness and sign-in compare. */
    usernameKey: text('username_key').notNull(),
    ...personColumns(),
    /** PHC string, or null for an account without a usable password. */
    passwordHash: text('password_hash'),
    passwordChangedAt: instant('password_changed_at'),
    mustChangePassword: integer('must_change_password', { mode: 'boolean' }).notNull().default(false),
    /** Until when a password holds that somebody else has set; null for one's own. */
    passwordExpiresAt: instant('password_expires_at'),
    /** The password is long enough only beside a second factor. */
    shortPassword: integer('short_password', { mode: 'boolean' }).notNull().default(false),
    /** Grows with every change of password, second factor or standing; sessions and codes of an older one are void. */
    credentialVersion: integer('credential_version').notNull().default(1),
    /** Who answers for this account's password; a directory never takes over an account that is not its own. */
    source: text('source', { enum: ['local', 'ldap', 'site'] })
      .notNull()
      .default('local'),
    /** Registered by the person, not yet let in by an administrator. */
    awaitsApproval: integer('awaits_approval', { mode: 'boolean' }).notNull().default(false),
    language: text('language').notNull().default(''),
    theme: text('theme', { enum: ['auto', 'light', 'dark'] })
      .notNull()
      .default('auto'),
    /** Where the app opens after signing in; empty takes the group's. */
    startPage: text('start_page').notNull().default(''),
    isActive: integer('is_active', { mode: 'boolean' }).notNull().default(true),
    isStaff: integer('is_staff', { mode: 'boolean' }).notNull().default(false),
    isSuperuser: integer('is_superuser', { mode: 'boolean' }).notNull().default(false),
    joinedAt: instant('joined_at').notNull(),
    lastSignInAt: instant('last_sign_in_at'),
    /** Sent by the form with a new record, so that saving twice cannot make two. */
    createKey: text('create_key'),
    ...recordColumns(),
  },
  (t) => [
    uniqueIndex('user_username_key').on(t.usernameKey),
    index('user_email').on(t.email),
    uniqueIndex('user_create_key').on(t.createKey).where(sql`create_key is not null`),
  ],
);

export const group = sqliteTable(
  'group',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    name: text('name').notNull(),
    startPage: text('start_page').notNull().default(''),
    /** Sent by the form with a new record, so that saving twice cannot make two. */
    createKey: text('create_key'),
    ...recordColumns(),
  },
  (t) => [
    uniqueIndex('group_name').on(t.name),
    uniqueIndex('group_create_key').on(t.createKey).where(sql`create_key is not null`),
  ],
);

/** A permission is a string such as `patients.change`; which ones exist is said by the contract, not by a table. */
export const groupPermission = sqliteTable(
  'group_permission',
  {
    groupId: integer('group_id')
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    permission: text('permission').notNull(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.permission] })],
);

export const userGroup = sqliteTable(
  'user_group',
  {
    userId: integer('user_id')
      .notNull()
      .references(() => user.id),
    groupId: integer('group_id')
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.userId, t.groupId] }), index('user_group_group').on(t.groupId)],
);

export const userPermission = sqliteTable(
  'user_permission',
  {
    userId: integer('user_id')
      .notNull()
      .references(() => user.id),
    permission: text('permission').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.permission] })],
);

/** One signed-in station. Only the hash of the session id is stored; the id itself lives in main's memory. */
export const session = sqliteTable(
  'session',
  {
    idHash: text('id_hash').primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => user.id),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    workstation: text('workstation').notNull(),
    address: text('address').notNull(),
    appVersion: text('app_version').notNull(),
    /** The user's when the session began; once they differ the session is nobody's. */
    credentialVersion: integer('credential_version').notNull().default(0),
    /** Outlives the program on this computer. */
    stay: integer('stay', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [index('session_user').on(t.userId), index('session_expires').on(t.expiresAt)],
);

/** Every try to sign in, with what came of it. The typed name is kept only when it is a known user's. */
export const signInAttempt = sqliteTable(
  'sign_in_attempt',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: instant('at').notNull(),
    userId: integer('user_id').references(() => user.id),
    outcome: text('outcome', { enum: ['success', 'failure', 'throttled'] }).notNull(),
    workstation: text('workstation').notNull(),
    address: text('address').notNull(),
  },
  (t) => [
    index('sign_in_attempt_user').on(t.userId, t.at),
    index('sign_in_attempt_at').on(t.at),
    index('sign_in_attempt_outcome').on(t.outcome, t.at),
  ],
);

/** Consecutive failures per name tried; kept in the database so that a restart does not forgive them. */
export const signInThrottle = sqliteTable('sign_in_throttle', {
  nameKey: text('name_key').primaryKey(),
  failures: integer('failures').notNull(),
  lastFailureAt: instant('last_failure_at').notNull(),
  blockedUntil: instant('blocked_until').notNull(),
});
