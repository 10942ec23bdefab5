import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { AuditAction } from '#contract/ground/procedure.ts';
import { changeGroupsOf } from '#db/queries/accounts/rights.ts';
import { hasUsers, type User } from '#db/queries/accounts/users.ts';
import type { Context } from '#main/call/caller.ts';
import { changeSetting } from '#main/modules/system/settings.ts';
import { createRecord, type Saving } from '#main/records/save.ts';
import { Refusal } from '#main/refusal.ts';
import { acceptedPassword } from '#main/services/passwords.ts';
import { signInNames } from '#main/services/users.ts';
import { ADMINISTRATORS } from '../users/grants.ts';
import { userStore } from '../users/store.ts';
import { enter } from './signIn.ts';
import { needsSetup } from './start.ts';

export interface NewAdministrator {
  givenName: string;
  familyName: string;
  username: string;
  password: string;
  email?: string;
}

/** The first start: the clinic's name and the first administrator, in one transaction; they are signed in afterwards. */
export async function setUp(
  context: Context,
  input: { clinicName: string; administrator: NewAdministrator },
): Promise<CurrentUser> {
  const { services } = context;
  if (!(await needsSetup(services.db))) throw new Refusal('FORBIDDEN');
  const { administrator } = input;
  const { passwordHash } = await acceptedPassword(services.ports.hasher, administrator.password, {
    path: 'administrator.password',
    about: [administrator.username, administrator.givenName, administrator.familyName, input.clinicName],
  });
  const created = await context.write(async (tx, change) => {
    if (await hasUsers(tx)) throw new Refusal('FORBIDDEN');
    const at = { tx, change, now: services.clock.now() };
    const row = await createAdministrator(at, { ...administrator, passwordHash }, 'setup');
    context.call.claimed = row.id;
    await changeSetting(context, { tx, change }, { name: 'clinicName' }, () => input.clinicName);
    return row;
  });
  // The log may be lost by whoever copies files; what the clinic is must not be lost with it.
  await services.db.settle().catch((error: Error) => services.log.warn({ error: error.message }, 'log not emptied'));
  return enter(context, created);
}

/** Adds an active superuser in the group Administrators; `action` is what the audit calls it. */
export async function createAdministrator(
  at: Saving,
  who: Omit<NewAdministrator, 'password'> & { passwordHash: string },
  action?: AuditAction,
): Promise<User> {
  const { username, email = '', givenName, familyName, passwordHash } = who;
  const make = () => ({
    ...signInNames({ username, email }),
    ...{ givenName, familyName, passwordHash, passwordChangedAt: at.now, joinedAt: at.now },
    ...{ isStaff: true, isSuperuser: true },
  });
  const row = await createRecord(at, userStore, null, make, undefined, action);
  await changeGroupsOf(at.tx, row.id, { added: [ADMINISTRATORS], removed: [] });
  return row;
}
