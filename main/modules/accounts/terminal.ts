import { eq } from 'drizzle-orm';
import type * as z from 'zod';
import { username } from '#contract/accounts.ts';
import { personForm } from '#contract/person.ts';
import type { Reader, Writer } from '#db/index.ts';
import { signInThrottle, user } from '#db/schema/index.ts';
import { notFound, Refusal, wrongField } from '#main/refusal.ts';
import type { Services } from '#main/services/index.ts';
import { type UserRow, usernameKey } from '#main/services/users.ts';
import { acceptedHash, insertAdministrator, type NewAdministrator } from './setup.ts';

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

/** The hash of a password fit for this person. */
export const superuserHash = ({ ports, settings }: Services, who: NewSuperuser, password: string) =>
  acceptedHash(ports.hasher, { ...who, password }, 'password', [settings.get('clinicName')]);

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

/** The hash of a new password fit for an existing user. */
export const userHash = (
  services: Services,
  { username: name, givenName, familyName, email }: UserRow,
  password: string,
) =>
  superuserHash(
    services,
    { username: name, givenName, familyName, email } satisfies Omit<NewAdministrator, 'password'>,
    password,
  );

/** Gives a user a new password, ends all his sessions and forgives failed tries, with the audit row. */
export function replacePassword(services: Services, row: UserRow, passwordHash: string): Promise<void> {
  const now = services.clock.now();
  return services.db.write(async (tx) => {
    const [changed] = await tx
      .update(user)
      .set({
        passwordHash,
        passwordChangedAt: now,
        mustChangePassword: false,
        updatedAt: now,
        version: row.version + 1,
      })
      .where(eq(user.id, row.id))
      .returning();
    if (!changed) throw new Refusal('NOT_FOUND');
    await services.sessions.endAll(tx, row.id);
    await tx.delete(signInThrottle).where(eq(signInThrottle.nameKey, row.usernameKey));
    await note(services, tx, { procedure: 'cli.changepassword', action: 'update', entityId: row.id });
  });
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
