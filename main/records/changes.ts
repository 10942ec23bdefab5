import { isDeepStrictEqual } from 'node:util';
import type { RecordStatus } from '#contract/ground/fields.ts';
import type { AuditAction } from '#contract/ground/procedure.ts';

/** Whether two values of a field are stored alike. */
export const isSame = (one: unknown, other: unknown): boolean =>
  one === other || isDeepStrictEqual(asStored(one), asStored(other));

/** What is left of a value in a column of JSON: fields that are undefined are not there. */
const asStored = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** What changed on a record, field by field: `{ city: ['Old', 'New'] }`. Kept with the audit row, inside the encrypted database. */
export function changedFields<T extends object>(
  before: T,
  after: T,
  fields: ReadonlyArray<keyof T & string>,
): Record<string, [unknown, unknown]> {
  const pairs = fields.flatMap((field) => {
    const [from, to] = [before[field], after[field]];
    return isSame(from, to) ? [] : [[field, [from, to]] as const];
  });
  return Object.fromEntries(pairs) as Record<string, [unknown, unknown]>;
}

/** What the audit calls a change to this status; without one it is an ordinary change. */
export const actOf = (status: RecordStatus | undefined): AuditAction =>
  status === undefined ? 'update' : status === 'archived' ? 'archive' : 'restore';
