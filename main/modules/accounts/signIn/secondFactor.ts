import type { CurrentUser } from '#contract/accounts/signIn.ts';
import { getUser } from '#db/queries/accounts/users.ts';
import type { Context } from '#main/call/caller.ts';
import { Refusal } from '#main/refusal.ts';
import { elapsedSince } from '#main/services/moments.ts';
import { PENDING_MS } from './awaitCode.ts';
import { openAgain } from './lock.ts';
import { proveCode } from './proveCode.ts';
import { enter } from './signIn.ts';
import { doorOf } from './triedAt.ts';

/** The second step: a code of the authenticator or a recovery code, each good once. */
export async function secondFactor(context: Context, input: { code: string; remember: boolean }): Promise<CurrentUser> {
  const { services, connection } = context;
  const { pending } = connection.station;
  const row = pending && (await services.db.read((reader) => getUser(reader, pending.userId)));
  if (!pending || !row?.isActive || row.credentialVersion !== pending.credentialVersion) throw tooLate(context);
  if (elapsedSince(services.clock, pending.at) >= PENDING_MS) throw tooLate(context);
  context.call.claimed = row.id;
  // The session behind the lock ended meanwhile: there is nothing to unlock.
  if (pending.unlocks && context.user?.id !== row.id) throw tooLate(context);

  await proveCode(services, doorOf(context), row, input.code);
  connection.station.pending = null;
  if (input.remember && connection.station.remembers) services.rememberedDevice.remember(row);
  return pending.unlocks ? openAgain(context) : enter(context, row, { stay: pending.stay });
}

function tooLate({ connection }: Context): Refusal {
  connection.station.pending = null;
  return new Refusal('UNAUTHENTICATED', { sentence: { key: 'accounts.signInAgain' } });
}
