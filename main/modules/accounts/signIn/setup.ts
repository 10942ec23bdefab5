import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { Writer } from '#db/index.ts';
import { changeGroupsOf } from '#db/queries/accounts/rights.ts';
import { hasUsers, insertUser, type User } from '#db/queries/accounts/users.ts';
import type { Context } from '#main/call/caller.ts';
import { changeSetting } from '#main/modules/system/settings.ts';
import { Refusal } from '#main/refusal.ts';
import { acceptedPassword } from '#main/services/passwords.ts';
import { saving } from '#main/services/saving.ts';
import { signInNames } from '#main/services/users.ts';
import { ADMINISTRATORS } from '../users/grants.ts';
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
    const row = await saving(change, 'user', null, () =>
      insertAdministrator(tx, { ...administrator, passwordHash }, services.clock.now()),
    );
    context.call.claimed = row.id;
    change.touched({ entity: 'user', id: row.id, action: 'setup' });
    await changeSetting(context, { tx, change }, { name: 'clinicName' }, () => input.clinicName);
    return row;
  });
  // The log may be lost by whoever copies files; what the clinic is must not be lost with it.
  await services.db.settle().catch((error: Error) => services.log.warn({ error: error.message }, 'log not emptied'));
  return enter(context, created);
}

/** Inserts an active superuser in the group Administrators. */
export async function insertAdministrator(
  tx: Writer,
  who: Omit<NewAdministrator, 'password'> & { passwordHash: string },
  now: number,
): Promise<User> {
  const row = await insertUser(tx, {
    ...signInNames({ username: who.username, email: who.email ?? '' }),
    givenName: who.givenName,
    familyName: who.familyName,
    passwordHash: who.passwordHash,
    passwordChangedAt: now,
    isStaff: true,
    isSuperuser: true,
    joinedAt: now,
    createdAt: now,
    updatedAt: now,
  });
  await changeGroupsOf(tx, row.id, { added: [ADMINISTRATORS], removed: [] });
  return row;
}
