import type { Writer } from '#db/index.ts';
import type { Change, Touched } from '#main/call/context.ts';
import type { AuditRow } from '#main/services/audit.ts';
import type { Services } from '#main/services/index.ts';
import { writeSending } from '#main/services/writeSending.ts';

/** What is the same in the audit for everything that such a transaction touches. */
export type AuditedAs = Pick<AuditRow, 'procedure' | 'userId' | 'workstation'> & { details?: Record<string, unknown> };

/**
 * Changes records where no call of a page stands behind it, such as a command of the terminal or what a directory knows of
 * its people: one transaction with the audit row of each record, then the receivers of its signals.
 */
export async function writeAudited<T>(
  { db, signals, audit, clock }: Services,
  { details: common, ...as }: AuditedAs,
  changes: (tx: Writer, change: Change) => Promise<T>,
): Promise<T> {
  const { result, afterCommit } = await writeSending(db, signals, async (tx, send) => {
    const touched: Touched[] = [];
    const answer = await changes(tx, { touched: (what) => void touched.push(what), unchanged: () => undefined, send });
    const rows = touched.map(({ entity, id, action, details }) => ({
      ...as,
      ...{ at: clock.now(), outcome: 'ok', entity, entityId: id, action },
      details: common || details ? { ...common, ...details } : null,
    }));
    await audit.append(tx, rows);
    return answer;
  });
  await afterCommit();
  return result;
}
