import { and, eq, inArray, lt, lte } from 'drizzle-orm';
import { type Database, isUnwritable, type Reader, type Writer } from '#db/index.ts';
import { signInThrottle, user } from '#db/schema/index.ts';
import type { Clock } from '#main/ports.ts';
import { Refusal } from '#main/refusal.ts';

const FREE_FAILURES = 5;
const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 15 * 60_000;
/** After so many failures in a row only a reset helps (NIST SP 800-63B-4, 3.2.2) ... */
const MOST_FAILURES = 100;
/** ... or, where nobody is left to reset anything, an hour's wait for each further try. */
const LAST_RESORT_MS = 60 * 60_000;
/** So long failures under a name that nobody has are kept. */
const STRANGERS_MS = 30 * 86_400_000;

export interface Guarded {
  /** Whose failures are counted, such as `password ada`; a space keeps the kinds apart. */
  key: string;
  /** The last administrator: slowed down, never shut out for good. */
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
  /** The same inside a transaction, for a reset. */
  clear(tx: Writer, keys: string[]): Promise<void>;
  /**
   * Forgets old failures under names that nobody has: there is no end of such names, and some are passwords that were
   * typed in the wrong field. Those of accounts stay until a right try or a reset, or a patient guesser had more than
   * his hundred.
   */
  forgetStrangers(): Promise<void>;
}

type State = typeof signInThrottle.$inferSelect;

export function createThrottle(db: Database, clock: Clock): Throttle {
  /** Until when a key waits by the monotonic clock: while the program runs nobody shortens a wait by setting the time. */
  const waits = new Map<string, number>();

  const waitOf = (key: string, state: State): number => {
    const until = waits.get(key);
    if (until !== undefined) return until - clock.monotonic();
    // The last failure lies in the future: the clock was set back while the program did not run.
    if (clock.now() < state.lastFailureAt) return state.blockedUntil - state.lastFailureAt;
    return state.blockedUntil - clock.now();
  };
  /** What a disk that takes nothing could not keep; it counts before what is stored, and ends with the program. */
  const unsaved = new Map<string, State>();
  const stateOf = async (reader: Reader, key: string) => {
    const [stored] = await reader.select().from(signInThrottle).where(eq(signInThrottle.nameKey, key));
    return unsaved.get(key) ?? stored;
  };
  /** How long a try has to wait, or for ever; and what is held against the key from now on, if that is something new. */
  const judge = ({ key, neverShut = false }: Guarded, state: State | undefined): Judgement => {
    if (state && state.failures >= MOST_FAILURES && !neverShut) return { verdict: 'shut' };
    const wait = state ? waitOf(key, state) : 0;
    if (!state || wait <= 0) return { verdict: 0, held: rowOf(key, (state?.failures ?? 0) + 1) };
    return { verdict: wait, ...(waits.has(key) ? {} : { held: rowOf(key, state.failures, wait) }) };
  };
  const rowOf = (key: string, failures: number, delay = delayAfter(failures)): State => {
    const now = clock.now();
    return { nameKey: key, failures, lastFailureAt: now, blockedUntil: now + delay };
  };
  const keepWait = ({ nameKey, lastFailureAt, blockedUntil }: State) => {
    if (blockedUntil > lastFailureAt) waits.set(nameKey, clock.monotonic() + blockedUntil - lastFailureAt);
    else waits.delete(nameKey);
  };

  const attemptStored = async (guarded: Guarded): Promise<Judgement> => {
    const judged = await db.write(async (tx) => {
      const judgement = judge(guarded, await stateOf(tx, guarded.key));
      if (judgement.held) await hold(tx, judgement.held);
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
    await tx.delete(signInThrottle).where(inArray(signInThrottle.nameKey, keys));
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
      if (verdict === 'shut') throw new Refusal('TOO_MANY_ATTEMPTS', { sentence: { key: 'accounts.resetNeeded' } });
      if (verdict > 0) throw tooMany(Math.ceil(verdict / 1000));
    },
    succeeded: (key) =>
      db
        .write((tx) => clear(tx, [key]))
        .catch((error: unknown) => {
          if (!isUnwritable(error)) throw error;
          waits.delete(key);
          unsaved.set(key, rowOf(key, 0));
        }),
    clear,
    forgetStrangers: () =>
      db.write(async (tx) => {
        const people = await tx.select({ id: user.id, usernameKey: user.usernameKey }).from(user);
        const known = new Set(people.flatMap(throttleKeysOf));
        const now = clock.now();
        const isOld = and(lt(signInThrottle.lastFailureAt, now - STRANGERS_MS), lte(signInThrottle.blockedUntil, now));
        const old = await tx.select({ key: signInThrottle.nameKey }).from(signInThrottle).where(isOld);
        for (const { key } of old) if (!known.has(key)) await clear(tx, [key]);
      }),
  };
}

interface Judgement {
  verdict: number | 'shut';
  held?: State;
}

function hold(tx: Writer, { nameKey, ...row }: State) {
  return tx
    .insert(signInThrottle)
    .values({ nameKey, ...row })
    .onConflictDoUpdate({ target: signInThrottle.nameKey, set: row });
}

function tooMany(retryAfter: number): Refusal {
  const sentence = { key: 'errors.tooManyAttempts', params: { seconds: retryAfter } };
  return new Refusal('TOO_MANY_ATTEMPTS', { retryAfter, sentence });
}

/** Milliseconds to wait after so many failures in a row. */
export function delayAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  if (failures >= MOST_FAILURES) return LAST_RESORT_MS;
  return Math.min(FIRST_DELAY_MS * 2 ** (failures - FREE_FAILURES), LONGEST_DELAY_MS);
}

/** Everything that is held against an account. */
export const throttleKeysOf = (account: { id: number; usernameKey: string }) => [
  passwordKey(account.usernameKey),
  resetKey(account.usernameKey),
  secondFactorKey(account.id),
];
export const passwordKey = (nameKey: string) => `password ${nameKey}`;
export const resetKey = (nameKey: string) => `reset ${nameKey}`;
export const secondFactorKey = (userId: number) => `second-factor ${userId}`;
