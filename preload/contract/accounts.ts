import * as z from 'zod';
import { id, line, requiredLine } from './fields.ts';
import { person, personForm } from './person.ts';
import { procedure } from './procedure.ts';

/** Passwords are taken as typed (normalised by main), never trimmed or cut. */
export const password = z.string().min(1, 'validation.required').max(1024, 'validation.tooLong');

export const username = requiredLine(150).refine((value) => /^[\p{L}\p{N}._@+-]+$/u.test(value), 'validation.username');

export const currentUser = person.extend({
  id,
  username: z.string(),
  isStaff: z.boolean(),
  isSuperuser: z.boolean(),
  groups: z.array(z.string()),
  permissions: z.array(z.string()),
  mustChangePassword: z.boolean(),
});
export type CurrentUser = z.infer<typeof currentUser>;

/** A person who signed in on this computer before. */
export const tile = z.object({ username: z.string(), name: z.string(), photoId: z.string().nullable() });

export const accounts = {
  /** What the first page needs to know before anybody signed in. */
  start: procedure({ access: 'public', effect: 'read', exempt: 'maintenance' }).output(
    z.object({
      needsSetup: z.boolean(),
      clinicName: z.string(),
      workstation: z.string(),
      appVersion: z.string(),
      /** The data key lies in a file instead of a system keychain. */
      keyInFile: z.boolean(),
      user: currentUser.nullable(),
      tiles: z.array(tile),
    }),
  ),
  /** How strong a password would be for this person, and why it is refused if it is. */
  passwordStrength: procedure({ access: 'public', effect: 'read', quiet: true, exempt: 'maintenance' })
    .input(z.strictObject({ password: z.string().max(1024), about: z.array(z.string().max(200)).max(10).default([]) }))
    .output(
      z.object({
        score: z.int().min(0).max(4),
        accepted: z.boolean(),
        reasons: z.array(
          z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
        ),
      }),
    ),
  /** The first start: names the clinic and makes the first administrator, who is then signed in. */
  setup: procedure({ access: 'public', effect: 'write', audit: { action: 'setup', entity: 'user' } })
    .input(
      z.strictObject({
        clinicName: requiredLine(120),
        administrator: personForm.pick({ givenName: true, familyName: true }).extend({ username, password }),
      }),
    )
    .output(currentUser),
  signIn: procedure({
    access: 'public',
    effect: 'write',
    audit: { action: 'signIn', entity: 'user' },
    exempt: 'maintenance',
  })
    .input(z.strictObject({ username: line(254), password }))
    .output(currentUser),
  signOut: procedure({
    access: 'signedIn',
    effect: 'write',
    audit: { action: 'signOut', entity: 'user' },
    exempt: 'maintenance',
  }).output(z.object({})),
  /** Takes a person off the tiles of this computer. */
  forgetTile: procedure({ access: 'public', effect: 'write' })
    .input(z.strictObject({ username: line(254) }))
    .output(z.object({})),
};
