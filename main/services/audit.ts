import { type Database, isUnwritable, StorageError, type Writer } from '#db/index.ts';
import { appendAudit, type NewAuditEvent } from '#db/queries/system/audit.ts';
import { serial } from '#db/tools/serial.ts';

/** What is written down of one act. */
export type AuditRow = NewAuditEvent;

const FLUSH_AFTER_MS = 250;
/** So long after a flush that failed the next one is tried. */
const AGAIN_AFTER_MS = 5_000;
/** So many rows wait in memory for a disk that takes nothing; what would need another one is refused. */
const MOST_WAITING = 20_000;

export interface Audit {
  /** Writes rows inside the transaction they belong to. */
  append(tx: Writer, rows: AuditRow[]): Promise<void>;
  /**
   * Takes the row of a read or a refusal; it is on disk a moment later, many together in one commit, or once the disk takes
   * something again. Raises the storage problem `full` when too many wait: what cannot be audited does not happen.
   */
  note(row: AuditRow): void;
  /** Writes what is noted; resolves when it is on disk. */
  flush(): Promise<void>;
}

export function createAudit(db: Database, onFault: (error: unknown) => void): Audit {
  const inTurn = serial();
  let noted: AuditRow[] = [];
  let timer: NodeJS.Timeout | undefined;

  const flush = () =>
    inTurn(async () => {
      clearTimeout(timer);
      timer = undefined;
      if (noted.length === 0) return;
      const rows = noted;
      noted = [];
      try {
        await db.write((tx) => appendAudit(tx, rows));
      } catch (error) {
        noted = [...rows, ...noted];
        if (isUnwritable(error)) flushIn(AGAIN_AFTER_MS);
        throw error;
      }
    });

  const flushIn = (milliseconds: number) => {
    timer ??= setTimeout(() => flush().catch(onFault), milliseconds);
  };

  return {
    append: appendAudit,
    note(row) {
      if (noted.length >= MOST_WAITING) throw new StorageError('full');
      noted.push(row);
      flushIn(FLUSH_AFTER_MS);
    },
    flush,
  };
}
