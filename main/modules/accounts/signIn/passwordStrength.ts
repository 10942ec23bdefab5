import { type Context, callerOf } from '#main/call/caller.ts';
import { Refusal } from '#main/refusal.ts';
import { hasSecondFactor } from '#main/services/credentials/secondFactor.ts';
import { judgePassword, type PasswordVerdict } from '#main/services/passwords.ts';
import { hasPermission } from '#main/services/users.ts';
import { checkMayManage } from '../users/grants.ts';
import { existingUser } from '../users/load.ts';
import { wordsAbout } from './newPassword.ts';

interface Asked {
  password: string;
  about: string[];
  userId?: number | undefined;
}

/**
 * Judges a password as it will be judged when it is set: for the account of `userId`, for whoever is signed in, or, where
 * nobody is yet, for somebody of whom the page knows what is in `about`. Raises FORBIDDEN for whom the caller may not manage.
 */
export async function passwordStrength(context: Context, { password, about, userId }: Asked): Promise<PasswordVerdict> {
  const { services, user } = context;
  const id = userId ?? user?.id;
  if (id === undefined) return judgePassword(password, [...about, services.settings.get('clinicName')]);
  if (id !== user?.id) await checkMayAskFor(context, id);
  const { who, secondFactor } = await services.db.read(async (reader) => ({
    who: await existingUser(reader, id),
    secondFactor: await hasSecondFactor(reader, id),
  }));
  return judgePassword(password, wordsAbout(services, who), { secondFactor });
}

async function checkMayAskFor(context: Context, id: number): Promise<void> {
  const caller = callerOf(context);
  if (!hasPermission(caller, 'users.change')) throw new Refusal('FORBIDDEN');
  await context.services.db.read(async (reader) => checkMayManage(reader, caller, await existingUser(reader, id)));
}
