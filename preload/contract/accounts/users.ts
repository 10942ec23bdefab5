import * as z from 'zod';
import { createKey, id, instant, version } from '../ground/fields.ts';
import { personForm, personName, withPhoto } from '../ground/person.ts';
import { auditOf, procedure } from '../ground/procedure.ts';
import { storedFields } from '../ground/shape.ts';
import { historyPage, sessionRow, signInRow } from './session.ts';
import { password, username } from './signIn.ts';

/** `patients.change` and the like. */
export const permissionName = z
  .string()
  .max(100)
  .regex(/^\w+\.\w+$/, 'validation.invalid');

export const userForm = personForm.extend({
  username,
  isStaff: z.boolean().default(false),
  isSuperuser: z.boolean().default(false),
  groupIds: z.array(id).max(200).default([]),
  /** Their own, beside those of their groups. */
  permissions: z.array(permissionName).max(500).default([]),
  /** The doctor whose account this is. */
  doctorId: id.nullable().default(null),
  /** Left out: as it is. Needs `users.delete` to change. */
  isActive: z.boolean().optional(),
});
export type UserForm = z.infer<typeof userForm>;

/** A user as stored: the form's fields, and what only the program writes. */
const account = storedFields(userForm).extend({
  ...withPhoto,
  id,
  isActive: z.boolean(),
  /** Registered by themselves, not yet let in. */
  awaitsApproval: z.boolean(),
  lastSignInAt: instant.nullable(),
});

export const userRow = account
  .omit({ groupIds: true, permissions: true, doctorId: true })
  .extend({ groups: z.array(z.string()) });
export type UserRow = z.infer<typeof userRow>;

export const userRecord = account.extend({
  mustChangePassword: z.boolean(),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  /** Who answers for the password. */
  source: z.enum(['local', 'ldap', 'site']),
  joinedAt: instant,
  version,
});
export type UserRecord = z.infer<typeof userRecord>;

/** What a chooser shows of a user. */
export const userChoice = personName.extend({
  id,
  username: z.string(),
  photoId: z.string().nullable(),
  /** The doctor whose account it is already. */
  doctorId: id.nullable(),
});
export type UserChoice = z.infer<typeof userChoice>;

const audit = auditOf('user');
const one = z.strictObject({ id });
const place = z.strictObject({ id, version });

/** Nobody grants what they lack, nor touches the account of somebody who may do more than they. */
export const users = {
  list: procedure({ access: 'users.view', effect: 'read', audit: audit('query') })
    .input(
      z.strictObject({
        text: z.string().max(200).default(''),
        status: z.enum(['active', 'inactive', 'awaiting', 'all']).default('active'),
        groupId: id.optional(),
        /** From the page before. */
        cursor: z.string().max(400).optional(),
        limit: z.int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ rows: z.array(userRow), next: z.string().nullable() })),
  /** Active users for a type-ahead. */
  choices: procedure({ access: ['users.view', 'doctors.add', 'doctors.change'], effect: 'read' })
    .input(z.strictObject({ text: z.string().max(200).default('') }))
    .output(z.array(userChoice)),
  get: procedure({ access: 'users.view', effect: 'read', audit: audit('read') })
    .input(one)
    .output(userRecord),
  /** Without a password the new user needs a reset code to come in; with one they have to change it first. Whoever sends it once needs no create key. */
  create: procedure({ access: 'users.add', effect: 'write', audit: audit('create'), fresh: true })
    .input(z.strictObject({ createKey: createKey.optional(), user: userForm, password: password.optional() }))
    .output(userRecord),
  update: procedure({ access: 'users.change', effect: 'write', audit: audit('update'), fresh: true })
    .input(z.strictObject({ id, version, user: userForm }))
    .output(userRecord),
  deactivate: procedure({ access: 'users.delete', effect: 'write', audit: audit('deactivate'), fresh: true })
    .input(place)
    .output(userRecord),
  /** Also lets in somebody who registered on their own. */
  activate: procedure({ access: 'users.delete', effect: 'write', audit: audit('activate'), fresh: true })
    .input(place)
    .output(userRecord),
  /** Ends the user's sessions; they have to choose another one at the next sign-in. */
  setPassword: procedure({ access: 'users.change', effect: 'write', audit: audit('update'), fresh: true })
    .input(z.strictObject({ id, password }))
    .output(z.object({})),
  /** A one-time code to print or read out; shown once, and it takes the place of an older one. */
  issueResetCode: procedure({ access: 'users.change', effect: 'write', audit: audit('update'), fresh: true })
    .input(one)
    .output(z.object({ code: z.string(), expiresAt: instant })),
  /** Takes the authenticator off an account whose owner has lost it. */
  resetSecondFactor: procedure({ access: 'users.change', effect: 'write', audit: audit('update'), fresh: true })
    .input(one)
    .output(userRecord),
  sessionsOf: procedure({ access: 'users.view', effect: 'read', audit: audit('read') })
    .input(one)
    .output(z.array(sessionRow)),
  endSessions: procedure({ access: 'users.change', effect: 'write', audit: audit('update') })
    .input(one)
    .output(z.object({ ended: z.int() })),
  signInHistory: procedure({ access: 'users.view', effect: 'read', audit: audit('read') })
    .input(historyPage.extend({ id }))
    .output(z.array(signInRow)),
};
