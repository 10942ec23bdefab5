import type { Kind } from '#contract/entities.ts';
import type { LiveEvent } from '#contract/system/live.ts';
import type { Writer } from '#db/index.ts';

interface InTransaction {
  tx: Writer;
}
interface StationOf {
  stationId: string;
  workstation: string;
  address: string;
}

/** Signals that are sent inside a transaction; what their receivers do is kept or lost with it. */
export interface TransactionSignals {
  /** `id` is null for what is not stored yet. */
  preSave: InTransaction & { entity: Kind; id: number | null };
  postSave: InTransaction & { entity: Kind; id: number; created: boolean };
  preDelete: InTransaction & { entity: Kind; id: number };
  postDelete: InTransaction & { entity: Kind; id: number };
  /** What a user or group is linked with is different: a user's groups, or anybody's permissions. */
  linksChanged: InTransaction & {
    entity: 'user' | 'group';
    id: number;
    links: 'groups' | 'permissions';
    added: Array<number | string>;
    removed: Array<number | string>;
    /** The users whose rights this concerns. */
    userIds: number[];
  };
  userSignedIn: InTransaction & StationOf & { userId: number; username: string; remembers: boolean };
  userSignedOut: InTransaction & { userId: number; stationId: string };
}

/** Every signal and what it tells. */
export interface SignalMap extends TransactionSignals {
  requestStarted: { procedure: string; callId: string };
  requestFinished: { procedure: string; callId: string; outcome: string; milliseconds: number };
  requestException: { procedure: string; callId: string; error: unknown };
  /** Neither the password nor what was typed as a name goes with it. */
  signInFailed: StationOf & { userId: number | null; outcome: 'failure' | 'throttled' };
  /** Around the migrations of a start that has any. */
  preMigrate: { pending: readonly string[] };
  postMigrate: { applied: readonly string[] };
  /** After the commit: these records are different now. */
  committed: LiveEvent;
}

export type TransactionSignal = keyof TransactionSignals;
/** What a post-commit receiver is told: the same, without the transaction that is over. */
export type AfterCommit<K extends TransactionSignal> = Omit<SignalMap[K], 'tx'>;
/** A signal that was sent inside a transaction, for after its commit. */
export type Sent = { [K in TransactionSignal]: { signal: K; payload: AfterCommit<K> } }[TransactionSignal];

export type Receiver<T> = (payload: T) => void | Promise<void>;

export interface Signals {
  /** Connects a receiver; the same `uid` connects once. Returns how to take it off. */
  connect<K extends keyof SignalMap>(signal: K, receiver: Receiver<SignalMap[K]>, uid?: string): () => void;
  /** Connects a receiver that runs once the transaction of the signal has committed, and not at all if it does not. */
  onCommit<K extends TransactionSignal>(signal: K, receiver: Receiver<AfterCommit<K>>, uid?: string): () => void;
  hasReceivers(signal: keyof SignalMap): boolean;
  /** Calls the receivers in order; the first error stops and is thrown. */
  send<K extends keyof SignalMap>(signal: K, payload: SignalMap[K]): Promise<void>;
  /** Calls every receiver; answers the errors instead of throwing them. */
  sendRobust<K extends keyof SignalMap>(signal: K, payload: SignalMap[K]): Promise<unknown[]>;
  /** Runs the post-commit receivers of what was sent; answers their errors. */
  committed(sent: readonly Sent[]): Promise<unknown[]>;
}

export function createSignals(): Signals {
  const now = createRegister();
  const afterCommit = createRegister();
  const robustly = async (list: Array<Receiver<never>>, payload: unknown) => {
    const errors: unknown[] = [];
    for (const receiver of list) {
      try {
        await receiver(payload as never);
      } catch (error) {
        errors.push(error);
      }
    }
    return errors;
  };
  return {
    connect: now.add,
    onCommit: afterCommit.add,
    hasReceivers: (signal) => now.of(signal).length + afterCommit.of(signal).length > 0,
    async send(signal, payload) {
      for (const receiver of now.of(signal)) await receiver(payload as never);
    },
    sendRobust: (signal, payload) => robustly(now.of(signal), payload),
    async committed(sent) {
      const errors: unknown[] = [];
      for (const { signal, payload } of sent) errors.push(...(await robustly(afterCommit.of(signal), payload)));
      return errors;
    },
  };
}

/** Receivers by signal, in the order in which they were connected. */
function createRegister() {
  const receivers = new Map<string, Map<unknown, Receiver<never>>>();
  return {
    /** A copy, so that a receiver may take itself or others off while the signal is under way. */
    of: (signal: string) => [...(receivers.get(signal)?.values() ?? [])],
    add(signal: string, receiver: Receiver<never>, uid?: string): () => void {
      const known = receivers.get(signal) ?? new Map<unknown, Receiver<never>>();
      receivers.set(signal, known);
      const key = uid ?? receiver;
      if (!known.has(key)) known.set(key, receiver);
      return () => void known.delete(key);
    },
  };
}

/** What migrations are announced by. A receiver that refuses stops them before they have begun; afterwards none can. */
export const migrationSignals = (signals: Signals) => ({
  before: (pending: string[]) => signals.send('preMigrate', { pending }),
  after: async (applied: string[]) => void (await signals.sendRobust('postMigrate', { applied })),
});
