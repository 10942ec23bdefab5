import type { Reader } from '#db/index.ts';
import { statement } from '#db/sqlite/prepared.ts';

/** Of what somebody did last, so much is looked through: searching alone writes a row at every key. */
const LOOKED_THROUGH = 500;

/** The records that a user has opened or saved lately, each once, the last one first. */
export async function openedBy(reader: Reader, userId: number): Promise<Array<{ entity: string; entityId: number }>> {
  const opened = statement(
    reader,
    `select entity, entity_id as entityId from
       (select entity, entity_id, action, outcome, id from audit_event where user_id = ? order by at desc limit ?)
     where action in ('read', 'create', 'update') and outcome = 'ok' and entity_id is not null
     group by entity, entity_id order by max(id) desc`,
  );
  return opened.all(userId, LOOKED_THROUGH) as Array<{ entity: string; entityId: number }>;
}
