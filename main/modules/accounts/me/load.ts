import type { CurrentUser } from '#contract/accounts/signIn.ts';
import { getProfile } from '#db/queries/accounts/profiles.ts';
import { countRecoveryCodes } from '#db/queries/accounts/recoveryCodes.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { Refusal } from '#main/refusal.ts';
import { hasSecondFactor } from '#main/services/credentials/secondFactor.ts';
import { loadUser } from '#main/services/users.ts';
import { existingUser } from '../users/load.ts';

/** The caller as they are now, after a change. */
export async function meNow(context: Context): Promise<CurrentUser> {
  const current = await loadUser(context.services.db, callerOf(context).id);
  if (!current) throw new Refusal('UNAUTHENTICATED');
  return current;
}

/** My account: both forms and what stands beside them. */
export async function loadMe(context: Context) {
  const { services, connection } = context;
  const { rememberDeviceDays } = services.settings.get('accounts');
  const current = await meNow(context);
  return services.db.read(async (reader) => {
    const row = await existingUser(reader, current.id);
    return {
      // The start page as they chose it, not their group's: the form shows what is their own.
      user: { ...current, preferences: { ...current.preferences, startPage: row.startPage } },
      version: row.version,
      profile: (await getProfile(reader, current.id)) ?? null,
      hasPassword: row.source === 'local' && row.passwordHash !== null,
      secondFactor: await hasSecondFactor(reader, current.id),
      recoveryCodes: await countRecoveryCodes(reader, current.id),
      rememberedUntil: connection.station.remembers ? services.rememberedDevice.until(row, rememberDeviceDays) : null,
    };
  });
}
