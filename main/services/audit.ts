import type { Database, Writer } from '#db/index.ts';
import { auditEvent } from '#db/schema/index.ts';
import { serial } from '#db/serial.ts';

export type AuditRow = Omit<typeof auditEvent.$inferInsert, 'id'>;

const FLUSH_AFTER_MS = 250;

export interface Audit {
  /** Writes rows inside the transaction they belong to. */
  append(tx: Writer, rows: AuditRow[]): Promise<void>;
  /** Takes the row of a read or a refusal; it is on disk a moment later, many together in one commit. */
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
        await db.write(async (tx) => insert(tx, rows));
      } catch (error) {
        noted = [...rows, ...noted];
        throw error;
      }
    });

  return {
    append: insert,
    note(row) {
      noted.push(row);
      timer ??= setTimeout(() => flush().catch(onFault), FLUSH_AFTER_MS);
    },
    flush,
  };
}

const ROWS_A_STATEMENT = 100;

async function insert(tx: Writer, rows: AuditRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    await tx.insert(auditEvent).values(rows.slice(from, from + ROWS_A_STATEMENT));
  }
}
