import * as z from 'zod';
import { instant } from '../ground/fields.ts';
import { procedure } from '../ground/procedure.ts';

export const deviceName = z
  .string()
  .max(60)
  .regex(/^[A-Za-z][\w-]*$/, 'validation.invalid');
const salt = z.string().min(1).max(60).optional();

/** Small values that belong to this computer, kept by main; what cookies are to a site. */
export const device = {
  /** With `salt` only a value that main signed with the same salt counts; `maxAge` in seconds since it was set. */
  get: procedure({ access: 'public', effect: 'read', quiet: true, exempt: ['maintenance', 'lock', 'passwordChange'] })
    .input(z.strictObject({ name: deviceName, salt, maxAge: z.int().min(0).optional() }))
    .output(z.object({ state: z.enum(['ok', 'missing', 'expired', 'tampered']), value: z.json() })),
  /** Kept until `expiresAt`, for `maxAge` seconds, or for good. */
  set: procedure({ access: 'public', effect: 'write', quiet: true, exempt: ['maintenance', 'lock', 'passwordChange'] })
    .input(
      z.strictObject({
        name: deviceName,
        value: z.json(),
        salt,
        maxAge: z.int().min(0).max(315_360_000).optional(),
        expiresAt: instant.optional(),
      }),
    )
    .output(z.object({})),
  delete: procedure({
    access: 'public',
    effect: 'write',
    quiet: true,
    exempt: ['maintenance', 'lock', 'passwordChange'],
  })
    .input(z.strictObject({ name: deviceName }))
    .output(z.object({})),
};
