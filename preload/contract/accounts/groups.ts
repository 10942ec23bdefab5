import * as z from 'zod';
import { createKey, id, requiredLine, version } from '../ground/fields.ts';
import { auditOf, procedure } from '../ground/procedure.ts';
import { storedFields } from '../ground/shape.ts';
import { startPage } from './signIn.ts';
import { permissionName } from './users.ts';

export const groupForm = z.strictObject({
  name: requiredLine(120),
  permissions: z.array(permissionName).max(500).default([]),
  /** Where its members land after signing in. */
  startPage: startPage.default(''),
});
export type GroupForm = z.infer<typeof groupForm>;

export const groupRow = z.object({ id, name: z.string(), members: z.int(), version });

const member = z.object({ id, username: z.string(), name: z.string(), isActive: z.boolean() });

export const groupRecord = storedFields(groupForm).extend({ id, members: z.array(member), version });
export type GroupRecord = z.infer<typeof groupRecord>;

const audit = auditOf('group');

export const groups = {
  list: procedure({ access: ['groups.view', 'users.view'], effect: 'read' }).output(z.array(groupRow)),
  get: procedure({ access: 'groups.view', effect: 'read', audit: audit('read') })
    .input(z.strictObject({ id }))
    .output(groupRecord),
  /** Whoever sends it once needs no create key. */
  create: procedure({ access: 'groups.add', effect: 'write', audit: audit('create'), fresh: true })
    .input(z.strictObject({ createKey: createKey.optional(), group: groupForm }))
    .output(groupRecord),
  update: procedure({ access: 'groups.change', effect: 'write', audit: audit('update'), fresh: true })
    .input(z.strictObject({ id, version, group: groupForm }))
    .output(groupRecord),
  /** Refused with IN_USE while it has members, unless `members` names exactly those who will lose it. */
  delete: procedure({ access: 'groups.delete', effect: 'write', audit: audit('delete'), fresh: true })
    .input(z.strictObject({ id, version, members: z.array(id).max(10_000).default([]) }))
    .output(z.object({})),
};
