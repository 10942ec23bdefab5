import type { VisitTypeForm } from '#contract/desk/visitTypes.ts';
import { visitTypeForm } from '#contract/desk/visitTypes.ts';
import type { AuditAction } from '#contract/ground/procedure.ts';
import { told } from '#contract/ground/shape.ts';
import type { Reader } from '#db/index.ts';
import {
  getVisitType,
  insertVisitType,
  listVisitTypes,
  type NewVisitType,
  updateVisitType,
  type VisitType,
  visitTypeMadeBy,
  visitTypeNamed,
} from '#db/queries/desk/visitTypes.ts';
import type { Context } from '#main/call/caller.ts';
import { api } from '#main/pipeline/index.ts';
import { demoOf } from '#main/records/demo.ts';
import { createRecord, type RecordStore, type RecordVersion, updateRecord } from '#main/records/save.ts';
import { shownBy } from '#main/records/shown.ts';
import { notFound, wrongField } from '#main/refusal.ts';
import { adminOf } from './admin.ts';

/** How visit types are kept. */
const store: RecordStore<VisitType, Omit<NewVisitType, 'createdAt' | 'updatedAt'>> = {
  kind: 'visitType',
  told: told(visitTypeForm),
  get: getVisitType,
  made: visitTypeMadeBy,
  insert: insertVisitType,
  update: updateVisitType,
};

/** The visit type with this id. Raises NOT_FOUND. */
async function load(reader: Reader, id: number): Promise<VisitType> {
  const row = await getVisitType(reader, id);
  if (!row) throw notFound();
  return row;
}

/** A booking names its visit type, so that no two may be called the same, however they are written. */
async function checkName(reader: Reader, { name }: VisitTypeForm, own?: number): Promise<void> {
  const same = await visitTypeNamed(reader, name);
  if (same && same.id !== own) throw wrongField('visitType.name', 'visitTypes.nameTaken');
}

function create(context: Context, input: { createKey: string; visitType: VisitTypeForm }): Promise<VisitType> {
  const { createKey, visitType } = input;
  return context.write(async (tx, change) => {
    const at = { tx, change, now: context.services.clock.now() };
    return createRecord(at, store, { createKey, form: visitType }, async () => {
      await checkName(tx, visitType);
      return visitType;
    });
  });
}

function update(context: Context, { visitType: form, ...place }: RecordVersion & { visitType: VisitTypeForm }) {
  return save(context, place, 'update', async (reader) => {
    await checkName(reader, form, place.id);
    return form;
  });
}

const setStatus = (context: Context, place: RecordVersion, status: VisitType['status']) =>
  save(context, place, status === 'archived' ? 'archive' : 'restore', async () => ({ status }));

function save(
  context: Context,
  place: RecordVersion,
  action: AuditAction,
  make: (reader: Reader) => Promise<Partial<VisitType>>,
): Promise<VisitType> {
  return context.write(async (tx, change) => {
    const at = { tx, change, now: context.services.clock.now() };
    return updateRecord(at, store, place, () => make(tx), action);
  });
}

const { visitTypes: procedures } = api;

export const handlers = {
  list: procedures.list.handler(({ context, input }) => context.services.db.read((r) => listVisitTypes(r, input))),
  get: procedures.get.handler(({ context, input }) => context.services.db.read((reader) => load(reader, input.id))),
  create: procedures.create.handler(({ context, input }) => create(context, input)),
  update: procedures.update.handler(({ context, input }) => update(context, input)),
  archive: procedures.archive.handler(({ context, input }) => setStatus(context, input, 'archived')),
  restore: procedures.restore.handler(({ context, input }) => setStatus(context, input, 'active')),
};

export const admin = adminOf({ load, create, update, setStatus });

export const shown = shownBy('visitType', getVisitType, ({ name, minutes, status }) => ({
  name,
  detail: `${minutes} min`,
  pictureId: null,
  status,
}));

const demoTypes = [
  { name: 'First visit', minutes: 40, minutesBefore: 5, minutesAfter: 5, colour: 'blue' },
  { name: 'Follow-up', minutes: 20, minutesBefore: 0, minutesAfter: 0, colour: 'teal' },
  { name: 'Vaccination', minutes: 10, minutesBefore: 0, minutesAfter: 5, colour: 'green' },
  { name: 'Minor procedure', minutes: 45, minutesBefore: 10, minutesAfter: 15, colour: 'orange' },
  { name: 'Phone call', minutes: 10, minutesBefore: 0, minutesAfter: 0, colour: 'gray' },
] as const;

export const demo = demoOf<VisitType, VisitTypeForm>(
  store,
  demoTypes,
  async (reader, { name }) => (await visitTypeNamed(reader, name)) !== undefined,
);
