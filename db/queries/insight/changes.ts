import type { Reader } from '#db/engine.ts';
import { statement } from '#db/sqlite/prepared.ts';

export interface ChangeRow {
  id: number;
  at: number;
  userId: number | null;
  action: 'create' | 'update' | 'archive' | 'restore' | 'activate' | 'deactivate' | 'delete';
  entityId: number;
}

/** The latest changes of one kind of record, newest first. */
export async function latestChanges(reader: Reader, entity: string, limit: number): Promise<ChangeRow[]> {
  const query = `select id, at, user_id as userId, action, entity_id as entityId
    from audit_event indexed by audit_event_changes
    where entity = ? and outcome = 'ok' and action in ('create', 'update', 'archive', 'restore', 'activate', 'deactivate', 'delete') and entity_id is not null
    order by id desc limit ?`;
  return statement(reader, query).all(entity, limit) as ChangeRow[];
}
