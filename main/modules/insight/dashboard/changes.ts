import { eq, inArray } from 'drizzle-orm';
import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { RecordChange } from '#contract/insight/dashboard.ts';
import type { Reader } from '#db/index.ts';
import { getUser } from '#db/queries/accounts/users.ts';
import { type ChangeRow, latestChanges } from '#db/queries/insight/figures.ts';
import { getDoctor } from '#db/queries/people/doctors.ts';
import { getPatient } from '#db/queries/people/patients.ts';
import { image, user } from '#db/schema/index.ts';
import { maySeeRecord } from '#main/services/seenRecords.ts';
import { displayName } from '#main/services/users.ts';

const SHOWN = 10;
/** Some are the same person at the same record again. */
const READ = 60;

type Entity = RecordChange['entity'];
type Found = ChangeRow & { entity: Entity };

/** How a record of each kind is called now; undefined when it is gone. */
const names: Record<Entity, (reader: Reader, id: number) => Promise<string | undefined>> = {
  patient: async (reader, id) => nameOf(getPatient(reader, id)),
  doctor: async (reader, id) => nameOf(getDoctor(reader, id)),
  user: async (reader, id) => nameOf(await getUser(reader, id)),
  image: async (reader, id) => {
    const [row] = await reader.select({ caption: image.caption }).from(image).where(eq(image.id, id));
    return row?.caption;
  },
};

const nameOf = (person: { givenName: string; familyName: string } | undefined) => person && displayName(person);

/** Who changed what lately, of the kinds of records that this user may see; each record once per person. */
export async function changesFor(reader: Reader, who: CurrentUser): Promise<RecordChange[]> {
  const kinds = (Object.keys(names) as Entity[]).filter((entity) => maySeeRecord(who, { entity, entityId: null }));
  const found = kinds.flatMap((entity) => latestChanges(reader, entity, READ).map((row) => ({ ...row, entity })));
  const latest = onceEach(found.sort((a, b) => b.id - a.id)).slice(0, SHOWN);
  const people = await peopleOf(reader, latest);
  const changes: RecordChange[] = [];
  for (const { at, userId, action, entity, entityId } of latest) {
    const name = await names[entity](reader, entityId);
    if (name === undefined) continue;
    changes.push({ at, who: people.get(userId ?? 0) ?? null, action, entity, id: entityId, name });
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
  const ids = [...new Set(rows.flatMap(({ userId }) => (userId === null ? [] : [userId])))];
  const { id, prefix, givenName, middleName, familyName, suffix } = user;
  const found = await reader
    .select({ id, prefix, givenName, middleName, familyName, suffix })
    .from(user)
    .where(inArray(user.id, ids));
  return new Map(found.map((row) => [row.id, row]));
}
