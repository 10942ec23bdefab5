import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { Reader, Writer } from '#db/index.ts';
import { administratorsBut } from '#db/queries/accounts/administrators.ts';
import { permissionsOfGroup } from '#db/queries/accounts/groups.ts';
import { rightsOf } from '#db/queries/accounts/rights.ts';
import type { User } from '#db/queries/accounts/users.ts';
import { Refusal, wrongField } from '#main/refusal.ts';
import { knownPermissions } from '#main/services/permissions.ts';

/** The group that a new clinic's administrators are in. */
export const ADMINISTRATORS = 1;

const lacking = (key: string) => new Refusal('FORBIDDEN', { sentence: { key } });

const holdsAll = (actor: CurrentUser, permissions: Iterable<string>) =>
  actor.isSuperuser || [...permissions].every((permission) => actor.permissions.includes(permission));

/** Nobody grants what they lack. */
export function checkGranted(actor: CurrentUser, permissions: Iterable<string>): void {
  if (!holdsAll(actor, permissions)) throw lacking('accounts.grantLacking');
}

/** ... nor puts anybody into a group that may do more than they. */
export async function checkGrantedGroups(tx: Writer, actor: CurrentUser, groupIds: number[]): Promise<void> {
  for (const groupId of groupIds) {
    checkGranted(actor, await permissionsOfGroup(tx, groupId));
  }
}

/** Permissions that no procedure asks for are a mistake, unless they were there before. */
export function checkKnown(path: string, permissions: string[]): void {
  if (permissions.some((permission) => !knownPermissions.has(permission)))
    throw wrongField(path, 'validation.unknownPermission');
}

/** Nobody touches the account of somebody who may do more than they: its password would give them all of that. */
export async function checkMayManage(reader: Reader, actor: CurrentUser, target: User): Promise<void> {
  if (actor.isSuperuser) return;
  if (target.isSuperuser || !holdsAll(actor, (await rightsOf(reader, target.id)).permissions))
    throw lacking('accounts.mayDoMore');
}

/** ... nor takes from a group what they could not give it; the group Administrators is changed by superusers only. */
export function checkMayChangeGroup(actor: CurrentUser, id: number, permissions: Iterable<string>): void {
  if (!holdsAll(actor, permissions)) throw lacking('accounts.groupMayDoMore');
  if (id === ADMINISTRATORS && !actor.isSuperuser) throw lacking('accounts.administratorsStay');
}

/** To be called after a change of standing, in its transaction: somebody has to be left who can administer the clinic. */
export async function checkAdministratorLeft(tx: Writer): Promise<void> {
  if ((await administratorsBut(tx, 0)).length === 0)
    throw new Refusal('IN_USE', { reasons: [{ key: 'accounts.lastAdministrator' }] });
}
