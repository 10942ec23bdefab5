import type { LiveEvent } from '#contract/live.ts';

/** Every signal and what it tells. */
export interface SignalMap {
  requestStarted: { procedure: string; callId: string };
  requestFinished: { procedure: string; callId: string; outcome: string; milliseconds: number };
  requestException: { procedure: string; callId: string; error: unknown };
  userSignedIn: { userId: number; seatId: string };
  userSignedOut: { userId: number; seatId: string };
  signInFailed: { userId: number | null; seatId: string };
  /** After the commit: these records are different now. */
  committed: LiveEvent;
}

export type Receiver<T> = (payload: T) => void | Promise<void>;

export interface Signals {
  /** Connects a receiver; the same `uid` connects once. Returns how to take it off. */
  connect<K extends keyof SignalMap>(signal: K, receiver: Receiver<SignalMap[K]>, uid?: string): () => void;
  /** Calls the receivers in order; the first error stops and is thrown. */
  send<K extends keyof SignalMap>(signal: K, payload: SignalMap[K]): Promise<void>;
  /** Calls every receiver; answers the errors instead of throwing them. */
  sendRobust<K extends keyof SignalMap>(signal: K, payload: SignalMap[K]): Promise<unknown[]>;
}

export function createSignals(): Signals {
  const receivers = new Map<keyof SignalMap, Map<unknown, Receiver<never>>>();
  const of = <K extends keyof SignalMap>(signal: K) =>
    [...(receivers.get(signal)?.values() ?? [])] as unknown as Array<Receiver<SignalMap[K]>>;
  return {
    connect(signal, receiver, uid) {
      const known = receivers.get(signal) ?? new Map<unknown, Receiver<never>>();
      receivers.set(signal, known);
      const key = uid ?? receiver;
      if (!known.has(key)) known.set(key, receiver as Receiver<never>);
      return () => void known.delete(key);
    },
    async send(signal, payload) {
      for (const receiver of of(signal)) await receiver(payload);
    },
    async sendRobust(signal, payload) {
      const errors: unknown[] = [];
      for (const receiver of of(signal)) {
        try {
          await receiver(payload);
        } catch (error) {
          errors.push(error);
        }
      }
      return errors;
    },
  };
}
