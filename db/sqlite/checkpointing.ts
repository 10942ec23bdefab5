import { connect } from './connection.ts';

/** A connection that moves what was written into the database file, for a thread that nobody waits for. */
export interface Checkpointer {
  /** Moves what the write-ahead log holds, as far as no reader needs it; waits for nobody. Writes and syncs many pages. */
  checkpoint(): void;
  close(): void;
}

/** Opens a {@link Checkpointer} for a database that is open already. */
export function openCheckpointer(file: string, key: Buffer): Checkpointer {
  const { sqlite } = connect(file, key, { autoCheckpoint: false, mustExist: true });
  return {
    checkpoint: () => void sqlite.pragma('wal_checkpoint(PASSIVE)'),
    close: () => void sqlite.close(),
  };
}
