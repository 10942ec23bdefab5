import type * as z from 'zod';
import { username } from '#contract/accounts/signIn.ts';
import { plainName } from '#contract/ground/names.ts';
import { personForm } from '#contract/ground/person.ts';
import type { Writer } from '#db/index.ts';
import { activeSuperusers } from '#db/queries/accounts/administrators.ts';
import { type User, userNamed } from '#db/queries/accounts/users.ts';
import { writeAudited } from '#main/records/writeAudited.ts';
import { notFound, Refusal, wrongField } from '#main/refusal.ts';
import type { Services } from '#main/services/index.ts';
import { acceptedPassword } from '#main/services/passwords.ts';
import { checkSignInNames, usernameKey } from '#main/services/users.ts';
import { storePassword, wordsAbout } from './newPassword.ts';
import { createAdministrator } from './setup.ts';
import { audit, auditedAs } from './superuserAt.ts';

/**
 * What the terminal may do to accounts. The account of the operating system is shared by the staff, so that it says nothing of
 * who sits there: once a clinic has a superuser, `by` is the one who agreed (see `superuserAt.ts`), null before.
 */

const newSuperuser = personForm.pick({ givenName: true, familyName: true, email: true }).extend({ username });
export type NewSuperuser = z.infer<typeof newSuperuser>;
export type SuperuserField = keyof NewSuperuser;

/** One field as it would be stored; VALIDATION naming the field when it cannot be, or is somebody else’s to sign in by. */
export async function checkSuperuserField({ db }: Services, field: SuperuserField, value: string): Promise<string> {
  const checked = newSuperuser.shape[field].safeParse(value);
  if (!checked.success) throw wrongField(field, checked.error.issues[0]?.message ?? 'validation.invalid');
  await db.read((reader) => checkSignInNames(reader, { [field]: checked.data }));
  return checked.data;
}

/** The hash of a password fit for this person, new or known. */
export async function superuserHash(services: Services, who: NewSuperuser, password: string): Promise<string> {
  const options = { path: 'password', about: wordsAbout(services, who) };
  return (await acceptedPassword(services.ports.hasher, password, options)).passwordHash;
}

/** Adds an active superuser with the audit row, and tells those there are. VALIDATION when a name is taken. */
export function addSuperuser(
  services: Services,
  by: User | null,
  who: NewSuperuser,
  passwordHash: string,
): Promise<User> {
  checkMayAct(by, null);
  return writeAudited(services, auditedAs(services, 'createsuperuser', by), async (tx, change) => {
    await checkSignInNames(tx, who);
    await tellSuperusers(services, tx, by, { key: 'accounts.superuserFromTerminal', username: who.username });
    return createAdministrator({ tx, change, now: services.clock.now() }, { ...who, passwordHash });
  });
}

/** The user of this name, without regard to case. Raises NOT_FOUND. */
export async function findUser({ db }: Services, name: string): Promise<User> {
  const row = await db.read((reader) => userNamed(reader, usernameKey(name)));
  if (!row) throw notFound();
  return row;
}

/**
 * Gives a user a new password, ends all their sessions and forgives failed tries, with the audit row; superusers are told.
 * Somebody else's has to be changed at the next sign-in.
 */
export async function replacePassword(
  services: Services,
  by: User | null,
  row: User,
  passwordHash: string,
): Promise<void> {
  checkMayAct(by, row);
  const mustChangePassword = by !== null && by.id !== row.id;
  await services.db.write(async (tx) => {
    await storePassword(services, tx, row, { passwordHash, shortPassword: false, mustChangePassword });
    await tellSuperusers(services, tx, by, { key: 'accounts.passwordFromTerminal', username: row.username });
    await audit(services, tx, { command: 'changepassword', by, entityId: row.id });
  });
  await services.sessions.endAll(row.id);
}

/** As in a window: whose own password has to be changed does nothing else first, and a directory's is changed there. */
function checkMayAct(by: User | null, target: User | null): void {
  if (by?.mustChangePassword && by.id !== target?.id) throw new Refusal('PASSWORD_CHANGE_REQUIRED');
  if (target && target.source !== 'local')
    throw new Refusal('IN_USE', { sentence: { key: 'accounts.passwordElsewhere' } });
}

/** Every superuser there is hears of it at the next sign-in. */
async function tellSuperusers(
  { ports, messages }: Services,
  tx: Writer,
  by: User | null,
  { key, username }: { key: string; username: string },
): Promise<void> {
  if (!by) return;
  const params = { by: plainName(by), username, workstation: ports.workstation };
  for (const id of await activeSuperusers(tx)) await messages.addIn(tx, id, { level: 'warning', key, params });
}
