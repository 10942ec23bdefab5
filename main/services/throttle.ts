import { type Database, isUnwritable, type Reader, type Writer } from '#db/index.ts';
import { deleteFailures, type Failures, getFailures, oldFailures, putFailures } from '#db/queries/accounts/throttle.ts';
import { allUserNames } from '#db/queries/accounts/userNames.ts';
import type { Clock } from '#main/ports.ts';
import { Refusal } from '#main/refusal.ts';

const FREE_FAILURES = 5;
const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 15 * 60_000;
/** After so many failures in a row only a reset helps (NIST SP 800-63B-4, 3.2.2) ... */
const MOST_FAILURES = 100;
/** ... of which a password may have so many at each kind of door, and at the place that its owner holds. */
const MOST_AT_DOOR = 45;
const MOST_HELD = 10;
/** Where nobody is left to reset anything, each further try has to wait an hour. */
const LAST_RESORT_MS = 60 * 60_000;
/** So long failures under a name that nobody has are kept. */
const STRANGERS_MS = 30 * 86_400_000;

/** What the keys of an account are made of. */
interface Account {
  id: number;
  usernameKey: string;
}

export interface Guarded {
  /** Whose failures are counted, such as `password ada`; a space keeps the kinds apart. */
  key: string;
  /** After so many failures in a row it is shut; {@link MOST_FAILURES} when left out. */
  most?: number;
  /** How long each further try waits then, for whom is never shut out; an hour when left out. */
  lastResort?: number;
  /** A superuser whom no other one could let in again: slowed down, never shut out for good. */
  neverShut?: boolean;
}

/** Slows down guessing: after five failures in a row each further one doubles the wait. */
export interface Throttle {
  /**
   * Counts a try as failed before it is made, so that neither a crash nor many tries at once get around it.
   * Raises TOO_MANY_ATTEMPTS while the key has to wait; such a try is not counted.
   */
  attempt(guarded: Guarded): Promise<void>;
  /** The try was right: nothing is held against the key any more. Like `attempt`, it counts in memory where the disk takes nothing. */
  succeeded(key: string): Promise<void>;
  /** True when no door of this account is shut, nor its second step: its owner could still come in and help others. */
  isReachable(account: Account): Promise<boolean>;
  /** `succeeded` inside a transaction, for a reset. */
  clear(tx: Writer, keys: string[]): Promise<void>;
  /**
   * Forgets old failures under names that nobody has: there is no end of such names, and some are passwords that were
   * typed in the wrong field. Those of accounts stay until a right try or a reset, or a patient guesser had more than
   * their hundred.
   */
  forgetStrangers(): Promise<void>;
}

export function createThrottle(db: Database, clock: Clock): Throttle {
  /** Until when a key waits by the monotonic clock: while the program runs nobody shortens a wait by setting the time. */
  const waits = new Map<string, number>();

  const waitOf = (key: string, state: Failures): number => {
    const until = waits.get(key);
    if (until !== undefined) return until - clock.monotonic();
    // The last failure lies in the future: the clock was set back while the program did not run.
    if (clock.now() < state.lastFailureAt) return state.blockedUntil - state.lastFailureAt;
    return state.blockedUntil - clock.now();
  };
  /** What a disk that takes nothing could not keep; it counts before what is stored, and ends with the program. */
  const unsaved = new Map<string, Failures>();
  const stateOf = async (reader: Reader, key: string) => {
    const stored = await getFailures(reader, key);
    return unsaved.get(key) ?? stored;
  };
  /** How long a try has to wait, or for ever; and what is held against the key from now on, if that is something new. */
  const judge = (guarded: Guarded, state: Failures | undefined): Judgement => {
    const { key, most = MOST_FAILURES, lastResort = LAST_RESORT_MS, neverShut = false } = guarded;
    if (state && state.failures >= most && !neverShut) return { verdict: 'shut' };
    const wait = state ? waitOf(key, state) : 0;
    const failures = (state?.failures ?? 0) + 1;
    const delay = failures >= most ? lastResort : delayAfter(failures);
    if (!state || wait <= 0) return { verdict: 0, held: rowOf(key, failures, delay) };
    return { verdict: wait, ...(waits.has(key) ? {} : { held: rowOf(key, state.failures, wait) }) };
  };
  const rowOf = (key: string, failures: number, delay: number): Failures => {
    const now = clock.now();
    return { nameKey: key, failures, lastFailureAt: now, blockedUntil: now + delay };
  };
  const keepWait = ({ nameKey, lastFailureAt, blockedUntil }: Failures) => {
    if (blockedUntil > lastFailureAt) waits.set(nameKey, clock.monotonic() + blockedUntil - lastFailureAt);
    else waits.delete(nameKey);
  };

  const attemptStored = async (guarded: Guarded): Promise<Judgement> => {
    const judged = await db.write(async (tx) => {
      const judgement = judge(guarded, await stateOf(tx, guarded.key));
      if (judgement.held) await putFailures(tx, judgement.held);
      return judgement;
    });
    if (judged.held) unsaved.delete(guarded.key);
    return judged;
  };
  const attemptUnsaved = async (guarded: Guarded): Promise<Judgement> => {
    const stored = await db.read((reader) => stateOf(reader, guarded.key));
    // Nothing is awaited between looking and counting, or many tries at once got around it.
    const judged = judge(guarded, unsaved.get(guarded.key) ?? stored);
    if (judged.held) unsaved.set(guarded.key, judged.held);
    return judged;
  };

  const clear = async (tx: Writer, keys: string[]) => {
    await deleteFailures(tx, keys);
    forget(keys);
  };
  const forget = (keys: string[]) => {
    for (const key of keys) {
      waits.delete(key);
      unsaved.delete(key);
    }
  };

  return {
    async attempt(guarded) {
      const { verdict, held } = await attemptStored(guarded).catch((error: unknown) => {
        if (isUnwritable(error)) return attemptUnsaved(guarded);
        throw error;
      });
      if (held) keepWait(held);
      if (verdict === 'shut') throw shut();
      if (verdict > 0) throw tooMany(Math.ceil(verdict / 1000));
    },
    succeeded: (key) =>
      db
        .write((tx) => clear(tx, [key]))
        .catch((error: unknown) => {
          if (!isUnwritable(error)) throw error;
          waits.delete(key);
          unsaved.set(key, rowOf(key, 0, 0));
        }),
    isReachable: (account) =>
      db.read(async (reader) => {
        for (const { key, most = MOST_FAILURES } of guardsOf(account))
          if (((await stateOf(reader, key))?.failures ?? 0) >= most) return false;
        return true;
      }),
    clear,
    forgetStrangers: () =>
      db.write(async (tx) => {
        const known = new Set((await allUserNames(tx)).flatMap(throttleKeysOf));
        const now = clock.now();
        const old = await oldFailures(tx, { failedBefore: now - STRANGERS_MS, now });
        for (const key of old) if (!known.has(key)) await clear(tx, [key]);
      }),
  };
}

interface Judgement {
  verdict: number | 'shut';
  held?: Failures;
}

const shut = () => new Refusal('TOO_MANY_ATTEMPTS', { sentence: { key: 'accounts.resetNeeded' } });

/** True for the refusal of a key that no waiting opens any more. */
export const isShut = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'TOO_MANY_ATTEMPTS' && error.data.retryAfter === undefined;

function tooMany(retryAfter: number): Refusal {
  const sentence = { key: 'errors.tooManyAttempts', params: { seconds: retryAfter } };
  return new Refusal('TOO_MANY_ATTEMPTS', { retryAfter, sentence });
}

/** Milliseconds to wait after so many failures in a row, as long as it is not shut. */
export function delayAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(FIRST_DELAY_MS * 2 ** (failures - FREE_FAILURES), LONGEST_DELAY_MS);
}

/** Two kinds of door; which is which, see `triedAt.ts`. */
export type TriedFrom = 'here' | 'elsewhere';

/** A password tried at a door. */
export const passwordGuard = (nameKey: string, place: TriedFrom): Guarded => door('password', nameKey, place);
/** A code tried at a door that sets a new password. */
export const resetGuard = (nameKey: string, place: TriedFrom): Guarded => door('reset', nameKey, place);
/** A password tried at the station of a session of its owner. */
export const heldGuard = (userId: number, session: string): Guarded => ({
  key: `held ${userId} ${session}`,
  most: MOST_HELD,
});

function door(kind: 'password' | 'reset', nameKey: string, place: TriedFrom): Guarded {
  if (place === 'here') return { key: `${kind}-here ${nameKey}`, most: MOST_AT_DOOR, lastResort: LONGEST_DELAY_MS };
  return { key: `${kind} ${nameKey}`, most: MOST_AT_DOOR };
}

const PLACES: TriedFrom[] = ['here', 'elsewhere'];

const resetGuardsOf = ({ usernameKey }: { usernameKey: string }) =>
  PLACES.map((place) => resetGuard(usernameKey, place));
export const resetKeysOf = (account: { usernameKey: string }) => resetGuardsOf(account).map(({ key }) => key);
export const secondFactorKey = (userId: number) => `second-factor ${userId}`;

const guardsOf = (account: Account): Guarded[] => [
  ...PLACES.map((place) => passwordGuard(account.usernameKey, place)),
  ...resetGuardsOf(account),
  { key: secondFactorKey(account.id) },
];

/** Everything that is held against an account, but at the stations of its sessions: those end with whatever clears it. */
export const throttleKeysOf = (account: Account) => guardsOf(account).map(({ key }) => key);
