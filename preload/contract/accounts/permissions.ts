import * as z from 'zod';
import { errorCodes } from '../ground/errors.ts';
import { id } from '../ground/fields.ts';
import { procedure } from '../ground/procedure.ts';
import { permissionName } from './users.ts';

const change = z.object({ userId: id, name: z.string(), permissions: z.array(z.string()) });

const explanation = z.object({
  /** They hold it, and something that it opens lets them in. */
  allowed: z.boolean(),
  held: z.boolean(),
  /** Inactive people may nothing, whatever they hold. */
  isActive: z.boolean(),
  isSuperuser: z.boolean(),
  own: z.boolean(),
  groups: z.array(z.object({ id, name: z.string() })),
  /** Groups that would give it. */
  couldJoin: z.array(z.object({ id, name: z.string() })),
  /** Everything that it opens, and what a holder such as they is answered there. */
  opens: z.array(z.object({ procedure: z.string(), outcome: z.enum(['ok', ...errorCodes]) })),
  /** Some of it is for the staff, which they are not. */
  needsStaff: z.boolean(),
  /** They have to choose a new password before anything else. */
  needsPassword: z.boolean(),
  /** Without one of these, some of it leads to nothing. */
  needsRights: z.array(z.string()),
});
export type Explanation = z.infer<typeof explanation>;

/** Which rights exist, who has them and why. */
export const permissions = {
  /** Every permission that some procedure asks for, by entity, with the procedures it opens. */
  catalogue: procedure({ access: ['groups.view', 'users.view'], effect: 'read' }).output(
    z.array(
      z.object({
        entity: z.string(),
        permissions: z.array(
          z.object({
            name: z.string(),
            action: z.string(),
            /** None of view, add, change, delete. */
            extra: z.boolean(),
            procedures: z.array(z.string()),
          }),
        ),
      }),
    ),
  ),
  /** Why this person can or cannot do this, by the rules that calls are refused by. */
  explain: procedure({ access: 'users.view', effect: 'read', audit: { action: 'read', entity: 'user' } })
    .input(z.strictObject({ userId: id, permission: permissionName }))
    .output(explanation),
  /** Who would gain and lose what if the group had these permissions; nothing is changed. */
  preview: procedure({ access: 'groups.view', effect: 'read' })
    .input(z.strictObject({ groupId: id, permissions: z.array(permissionName).max(500) }))
    .output(z.object({ gains: z.array(change), loses: z.array(change) })),
};
