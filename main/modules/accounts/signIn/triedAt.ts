import { administratorsBut } from '#db/queries/accounts/administrators.ts';
import type { User } from '#db/queries/accounts/users.ts';
import { stationOf } from '#main/call/caller.ts';
import type { CallContext } from '#main/call/context.ts';
import type { Services } from '#main/services/index.ts';
import { isOnThisComputer } from '#main/services/stations.ts';
import { type Guarded, heldGuard, passwordGuard, resetGuard, type TriedFrom } from '#main/services/throttle.ts';
import { usernameKey } from '#main/services/users.ts';

/**
 * Where a password or code is tried. Wrong ones are counted apart for each, so that nobody is kept out of one place by what
 * is guessed at another:
 *
 * - `held`: the station where the account's own session is, locked or not. What is tried there unlocks it, confirms or changes
 *   the password. After ten wrong ones in a row the session ends, and only the door is left.
 * - `here`: the door of this computer, for an account that has signed in on it before; main keeps a signed mark of that
 *   beside the computer's own values. All windows of the app share that door, and so does the browser that the browser host
 *   serves, which listens to this computer only: a workstation is a computer. Who guesses there sits at it, so that its
 *   owner, who sits there afterwards, never waits longer than a quarter of an hour.
 * - `elsewhere`: any other door: a computer where the account never signed in, and the terminal, whose account of the
 *   operating system everybody shares.
 *
 * Ten at the place held and 45 at each kind of door are a hundred in a row, which is where guessing ends; but for a
 * superuser while no other one has all doors open, whom nobody could let in again: there it goes on at one try a quarter of
 * an hour, elsewhere an hour.
 */
export interface TriedAt {
  station: { stationId: string; workstation: string; address: string };
  isOnThisComputer: boolean;
  /** The session at whose own station its user is asked again. */
  heldBy?: string;
}

/** The door of a call's station. */
export const doorOf = (context: CallContext): TriedAt => ({
  station: stationOf(context),
  isOnThisComputer: isOnThisComputer(context.connection.station),
});

/** What a wrong password for this account, or for a name that nobody has, is counted under. */
export async function passwordTry(services: Services, at: TriedAt, account: User | undefined, typed: string) {
  if (account && at.heldBy !== undefined) return heldGuard(account.id, at.heldBy);
  return guardedDoor(services, at, account, (place) =>
    passwordGuard(account?.usernameKey ?? usernameKey(typed), place),
  );
}

/** As {@link passwordTry}, for a code that sets a new password. */
export function resetTry(services: Services, at: TriedAt, account: User | undefined, typed: string) {
  return guardedDoor(services, at, account, (place) => resetGuard(account?.usernameKey ?? usernameKey(typed), place));
}

async function guardedDoor(
  services: Services,
  at: TriedAt,
  account: User | undefined,
  guard: (place: TriedFrom) => Guarded,
): Promise<Guarded> {
  const isKnown = account !== undefined && at.isOnThisComputer && services.signedInHere.has(account.id);
  const neverShut = account !== undefined && (await isLastReachable(services, account));
  return { ...guard(isKnown ? 'here' : 'elsewhere'), neverShut };
}

/**
 * True for a superuser whom no other one could let in again. Another one with any shut door is not counted, be it the
 * password's, the reset code's or the second step's: who wears out one door of each would shut out all of them.
 */
export async function isLastReachable({ db, throttle }: Services, row: User): Promise<boolean> {
  if (!row.isActive || !row.isSuperuser) return false;
  for (const other of await db.read((reader) => administratorsBut(reader, row.id)))
    if (await throttle.isReachable(other)) return false;
  return true;
}
