import { eq } from 'drizzle-orm';
import type { CurrentUser } from '#contract/accounts/signIn.ts';
import { profile } from '#db/schema/index.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { Refusal } from '#main/refusal.ts';
import { countRecoveryCodes } from '#main/services/credentials/recoveryCodes.ts';
import { hasSecondFactor } from '#main/services/credentials/secondFactor.ts';
import { loadUser } from '#main/services/users.ts';
import { existingUser } from '../users/load.ts';

/** The caller as he is now, after a change. */
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
    const row = existingUser(reader, current.id);
    const [own] = await reader.select().from(profile).where(eq(profile.userId, current.id));
    return {
      // The start page as he chose it, not his group's: the form shows what is his own.
      user: { ...current, preferences: { ...current.preferences, startPage: row.startPage } },
      version: row.version,
      profile: own ?? null,
      hasPassword: row.source === 'local' && row.passwordHash !== null,
      secondFactor: await hasSecondFactor(reader, current.id),
      recoveryCodes: await countRecoveryCodes(reader, current.id),
      rememberedUntil: connection.seat.remembers ? services.rememberedDevice.until(row, rememberDeviceDays) : null,
    };
  });
}
