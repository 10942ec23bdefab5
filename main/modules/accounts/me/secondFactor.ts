import { deleteRecoveryCodes } from '#db/queries/accounts/recoveryCodes.ts';
import { confirmSecondFactor as confirm, deleteSecondFactor } from '#db/queries/accounts/secondFactors.ts';
import { amendUser } from '#db/queries/accounts/users.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { Refusal, wrongField } from '#main/refusal.ts';
import { newRecoveryCodes } from '#main/services/credentials/recoveryCodes.ts';
import { hasSecondFactor, newSecret, spendCodeIn, storeSecret } from '#main/services/credentials/secondFactor.ts';
import { plainCode } from '#main/services/secrets.ts';
import { secondFactorKey } from '#main/services/throttle.ts';
import { changeOwnCredentials, newCredentials } from '../signIn/newCredentials.ts';
import { existingUser } from '../users/load.ts';

/** A new secret to take in; what is in force stays in force until the new one is confirmed. */
export async function enrolSecondFactor(context: Context) {
  const { services } = context;
  const { id, username } = callerOf(context);
  if (await services.db.read((reader) => hasSecondFactor(reader, id))) throw already();
  const made = await newSecret(username, services.settings.get('clinicName'));
  await context.write(async (tx, change) => {
    if (await hasSecondFactor(tx, id)) throw already();
    await storeSecret(tx, id, made.secret);
    change.touched({ entity: 'user', id, action: 'update', details: { secondFactor: 'enrolling' } });
  });
  return made;
}

const already = () => new Refusal('IN_USE', { reasons: [{ key: 'accounts.secondFactorOn' }] });

/** The first code shows that the authenticator works: it counts from now on, and all other sessions end. */
export async function confirmSecondFactor(context: Context, code: string): Promise<{ codes: string[] }> {
  const { services } = context;
  const { id } = callerOf(context);
  await services.throttle.attempt({ key: secondFactorKey(id) });
  const { result } = await changeOwnCredentials(context, async (tx, change) => {
    if (await hasSecondFactor(tx, id)) throw already();
    if (!(await spendCodeIn(tx, id, plainCode(code), services.clock.now())))
      throw wrongField('code', 'validation.wrongCode');
    await confirm(tx, id, services.clock.now());
    const codes = await newRecoveryCodes(tx, services.codeKey, id);
    change.touched({ entity: 'user', id, action: 'update', details: { secondFactor: 'on' } });
    await newCredentials(tx, id);
    return { codes };
  });
  await services.throttle.succeeded(secondFactorKey(id));
  return result;
}

/** Signs in by password alone again; a password too short for that has to be changed. */
export async function disableSecondFactor(context: Context): Promise<void> {
  const { id } = callerOf(context);
  await changeOwnCredentials(context, async (tx, change) => {
    await deleteSecondFactor(tx, id);
    await deleteRecoveryCodes(tx, id);
    const { shortPassword, mustChangePassword } = await existingUser(tx, id);
    await amendUser(tx, id, { mustChangePassword: mustChangePassword || shortPassword });
    change.touched({ entity: 'user', id, action: 'update', details: { secondFactor: 'off' } });
    await newCredentials(tx, id);
  });
}

/** Ten new codes to print; they help when the authenticator or the password is lost. */
export function replaceRecoveryCodes(context: Context): Promise<{ codes: string[] }> {
  const { id } = callerOf(context);
  return context.write(async (tx, change) => {
    change.touched({ entity: 'user', id, action: 'update', details: { recoveryCodes: 'new' } });
    return { codes: await newRecoveryCodes(tx, context.services.codeKey, id) };
  });
}
