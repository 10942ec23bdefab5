import type { Writer } from '#db/index.ts';
import type { Change, Touched } from '#main/call/context.ts';
import type { AuditRow } from '#main/services/audit.ts';
import type { Services } from '#main/services/index.ts';
import { writeSending } from '#main/services/writeSending.ts';
import { announce, logReceiverFault, rowOfTouched } from './touched.ts';

/** What is the same in the audit for everything that such a transaction touches. */
export type AuditedAs = Pick<AuditRow, 'procedure' | 'userId' | 'workstation'> & { details?: Record<string, unknown> };

/**
 * Changes records where no call of a page stands behind it, such as a command of the terminal or what a directory knows of
 * its people: one transaction with the audit row of each record; open pages and the receivers of its signals hear of it then.
 */
export async function writeAudited<T>(
  services: Services,
  { details: common, ...as }: AuditedAs,
  changes: (tx: Writer, change: Change) => Promise<T>,
): Promise<T> {
  const { db, signals, audit, clock } = services;
  const touched: Touched[] = [];
  const { result, afterCommit } = await writeSending(db, signals, async (tx, send) => {
    const answer = await changes(tx, { touched: (what) => void touched.push(what), unchanged: () => undefined, send });
    const rows = touched.map((one) => ({ ...as, ...rowOfTouched(one), at: clock.now(), outcome: 'ok' }));
    await audit.append(tx, common ? rows.map((row) => ({ ...row, details: { ...common, ...row.details } })) : rows);
    return answer;
  });
  await announce(services, touched);
  for (const error of await afterCommit()) logReceiverFault(services, { procedure: as.procedure }, error);
  return result;
}
