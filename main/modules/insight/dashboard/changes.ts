import type { CurrentUser } from '#contract/accounts/signIn.ts';
import { kindsWith } from '#contract/entities.ts';
import type { RecordChange } from '#contract/insight/dashboard.ts';
import type { Reader } from '#db/index.ts';
import { namesOfUsers } from '#db/queries/accounts/userNames.ts';
import { type ChangeRow, latestChanges } from '#db/queries/insight/changes.ts';
import { findShown } from '#main/records/shown.ts';
import { maySeeRecord } from '#main/services/seenRecords.ts';

const SHOWN = 10;
/** Some are the same person at the same record again. */
const READ = 60;

type Entity = RecordChange['entity'];
type Found = ChangeRow & { entity: Entity };

/** Who changed what lately, of the kinds of records that this user may see; each record once per person. */
export async function changesFor(reader: Reader, who: CurrentUser): Promise<RecordChange[]> {
  const kinds = kindsWith('lately').filter((entity) => maySeeRecord(who, { entity, entityId: null }));
  const found: Found[] = [];
  for (const entity of kinds)
    for (const row of await latestChanges(reader, entity, READ)) found.push({ ...row, entity });
  const latest = onceEach(found.sort((a, b) => b.id - a.id)).slice(0, SHOWN);
  const people = await peopleOf(reader, latest);
  const changes: RecordChange[] = [];
  for (const { at, userId, action, entity, entityId } of latest) {
    const record = await findShown(reader, entity, entityId);
    if (!record) continue;
    changes.push({ at, who: people.get(userId ?? 0) ?? null, action, entity, id: entityId, name: record.name });
  }
  return changes;
}

function onceEach(rows: Found[]): Found[] {
  const seen = new Set<string>();
  return rows.filter(({ userId, entity, entityId }) => {
    const name = `${userId} ${entity} ${entityId}`;
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}

async function peopleOf(reader: Reader, rows: Found[]) {
  const ids = rows.flatMap(({ userId }) => (userId === null ? [] : [userId]));
  return new Map((await namesOfUsers(reader, [...new Set(ids)])).map((who) => [who.id, who]));
}
