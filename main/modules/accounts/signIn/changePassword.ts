import type { CurrentUser } from '#contract/accounts/signIn.ts';
import { getUser } from '#db/queries/accounts/users.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { Refusal, wrongField } from '#main/refusal.ts';
import { hasSecondFactor } from '#main/services/credentials/secondFactor.ts';
import { acceptedPassword, checkIsOurs, normalisePassword } from '#main/services/passwords.ts';
import { loadUser } from '#main/services/users.ts';
import { changeOwnCredentials } from './newCredentials.ts';
import { storePassword, wordsAbout } from './newPassword.ts';
import { proveAgain } from './prove.ts';

/** Changes one's own password: the old one is asked, this session goes on under a new id, all others end. */
export async function changePassword(
  context: Context,
  input: { oldPassword: string; newPassword: string },
): Promise<CurrentUser> {
  const { services, connection } = context;
  const { db, sessions, ports } = services;
  const { id } = callerOf(context);
  const known = await db.read((reader) => getUser(reader, id));
  if (known) checkIsOurs(known);
  const row = await proveAgain(context, id, input.oldPassword).catch((error: unknown) => {
    const isWrong = error instanceof Refusal && error.code === 'WRONG_CREDENTIALS';
    throw isWrong ? wrongField('oldPassword', 'validation.oldPassword') : error;
  });
  if (normalisePassword(input.oldPassword) === normalisePassword(input.newPassword))
    throw wrongField('newPassword', 'password.same');
  const secondFactor = await db.read((reader) => hasSecondFactor(reader, id));
  const options = { path: 'newPassword', about: wordsAbout(services, row), secondFactor };
  const accepted = await acceptedPassword(ports.hasher, input.newPassword, options);
  await changeOwnCredentials(context, async (tx, change) => {
    change.touched({ entity: 'user', id, action: 'update', details: { password: 'changed' } });
    await storePassword(services, tx, row, { ...accepted, mustChangePassword: false });
  });
  sessions.confirm(connection.station);
  const current = await loadUser(db, id);
  if (!current) throw new Refusal('UNAUTHENTICATED');
  return current;
}
