import { eq } from 'drizzle-orm';
import type * as z from 'zod';
import { username } from '#contract/accounts.ts';
import { personForm } from '#contract/person.ts';
import type { Reader, Writer } from '#db/index.ts';
import { user } from '#db/schema/index.ts';
import { notFound, wrongField } from '#main/refusal.ts';
import type { Services } from '#main/services/index.ts';
import { acceptedPassword } from '#main/services/passwords.ts';
import { type UserRow, usernameKey } from '#main/services/users.ts';
import { storePassword, wordsAbout } from './newPassword.ts';
import { insertAdministrator } from './setup.ts';

/** What the terminal may do to accounts without anybody signed in: whoever can open the data folder holds its key anyway. */

const newSuperuser = personForm.pick({ givenName: true, familyName: true, email: true }).extend({ username });
export type NewSuperuser = z.infer<typeof newSuperuser>;
export type SuperuserField = keyof NewSuperuser;

/** One field as it would be stored; VALIDATION naming the field when it cannot be, or when the username is taken. */
export async function checkSuperuserField({ db }: Services, field: SuperuserField, value: string): Promise<string> {
  const checked = newSuperuser.shape[field].safeParse(value);
  if (!checked.success) throw wrongField(field, checked.error.issues[0]?.message ?? 'validation.invalid');
  if (field === 'username') await db.read(async (reader) => checkFree(reader, checked.data));
  return checked.data;
}

/** The hash of a password fit for this person, new or known. */
export async function superuserHash(services: Services, who: NewSuperuser, password: string): Promise<string> {
  const options = { path: 'password', about: wordsAbout(services, who) };
  return (await acceptedPassword(services.ports.hasher, password, options)).passwordHash;
}

/** Adds an active superuser with his audit row. VALIDATION when the username is taken. */
export function addSuperuser(services: Services, who: NewSuperuser, passwordHash: string): Promise<UserRow> {
  return services.db.write(async (tx) => {
    await checkFree(tx, who.username);
    const row = await insertAdministrator(tx, { ...who, passwordHash }, services.clock.now());
    await note(services, tx, { procedure: 'cli.createsuperuser', action: 'create', entityId: row.id });
    return row;
  });
}

/** The user of this name, without regard to case. Raises NOT_FOUND. */
export async function findUser({ db }: Services, name: string): Promise<UserRow> {
  const [row] = await db.read(async (reader) =>
    reader
      .select()
      .from(user)
      .where(eq(user.usernameKey, usernameKey(name))),
  );
  if (!row) throw notFound();
  return row;
}

/** Gives a user a new password, ends all his sessions and forgives failed tries, with the audit row. */
export async function replacePassword(services: Services, row: UserRow, passwordHash: string): Promise<void> {
  await services.db.write(async (tx) => {
    await storePassword(services, tx, row, { passwordHash, shortPassword: false, mustChangePassword: false });
    await note(services, tx, { procedure: 'cli.changepassword', action: 'update', entityId: row.id });
  });
  await services.sessions.endAll(row.id);
}

async function checkFree(reader: Reader, name: string): Promise<void> {
  const [taken] = await reader
    .select({ id: user.id })
    .from(user)
    .where(eq(user.usernameKey, usernameKey(name)));
  if (taken) throw wrongField('username', 'validation.usernameTaken');
}

function note(
  services: Services,
  tx: Writer,
  row: { procedure: string; action: string; entityId: number },
): Promise<void> {
  const { clock, ports, audit } = services;
  const common = { at: clock.now(), userId: null, entity: 'user', workstation: ports.workstation, outcome: 'ok' };
  return audit.append(tx, [{ ...common, ...row }]);
}
