import type { RecordStatus } from '#contract/ground/fields.ts';
import type { Permission } from '#contract/permission.ts';
import type { Context } from '#main/call/caller.ts';
import { type Action, cellText } from './table.ts';

/** The two acts of records that are archived, each the other's undo; rows tell in the column `status` which one fits. */
export function archiving(
  permission: Permission,
  setStatus: (context: Context, id: number, status: RecordStatus) => Promise<unknown>,
): Action[] {
  const act = (name: 'archive' | 'restore', undo: string, from: RecordStatus, to: RecordStatus): Action => ({
    name,
    audit: name,
    permission,
    undo,
    fits: ({ cells }) => cellText(cells.status) === from,
    run: (context, id) => setStatus(context, Number(id), to),
  });
  return [act('archive', 'restore', 'active', 'archived'), act('restore', 'archive', 'archived', 'active')];
}
