import type { Database, Writer } from '#db/index.ts';
import type { AfterCommit, Sent, Signals, TransactionSignal } from './signals.ts';

/** Sends a signal inside the transaction at hand; its post-commit receivers wait for the commit. */
export type Send = <K extends TransactionSignal>(signal: K, payload: AfterCommit<K>) => Promise<void>;

export interface Committed<T> {
  result: T;
  /** Runs the post-commit receivers of what was sent; answers their errors. */
  afterCommit(): Promise<unknown[]>;
}

/** Runs changes in one transaction in which signals can be sent. */
export async function writeSending<T>(
  db: Database,
  signals: Signals,
  changes: (tx: Writer, send: Send) => Promise<T>,
): Promise<Committed<T>> {
  const sent: Sent[] = [];
  const result = await db.write((tx) =>
    changes(tx, async (signal, payload) => {
      sent.push({ signal, payload } as Sent);
      await signals.send(signal, { ...payload, tx } as never);
    }),
  );
  return { result, afterCommit: () => signals.committed(sent) };
}
