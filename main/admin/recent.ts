import type { AdminEvent } from '#contract/admin/record.ts';
import { changeActions } from '#contract/ground/procedure.ts';
import { type AuditEvent, newestOf } from '#db/queries/system/audit.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import type { Connection } from '#main/call/context.ts';
import { reading } from './access.ts';
import { eventsOf } from './history.ts';

/** What the first page tells of the last days: what was changed, not what was looked at. */
const DONE = [...changeActions, 'import', 'export', 'setup'];
const MOST_RECENT = 12;

/** Whose opening of the page each window was last given the events for. */
const openings = new WeakMap<Connection, string>();

/** What was done lately, as the caller may see it; the audit hears of it once for each opening of the page. */
export function recentEvents(context: Context, opening: string): Promise<AdminEvent[]> {
  const user = callerOf(context);
  const opened = `${user.id} ${opening}`;
  context.call.about = { entity: 'admin', isPassing: openings.get(context.connection) === opened };
  openings.set(context.connection, opened);
  return reading(context, async (read) => {
    const rows = await newestOf(read.reader, DONE, MOST_RECENT);
    const isOther = ({ at, entity, entityId }: AuditEvent, place: number) =>
      !rows.slice(0, place).some((row) => row.at === at && row.entity === entity && row.entityId === entityId);
    return eventsOf(read, rows.filter(isOther));
  });
}
