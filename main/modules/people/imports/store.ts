import type { Database } from '#db/index.ts';
import { insertDoctor } from '#db/queries/people/doctors.ts';
import { insertPatients } from '#db/queries/people/insertPatients.ts';
import { nextMrn } from '#db/queries/people/patients.ts';
import { linkSource } from '#db/queries/people/sources.ts';
import { appendAudit } from '#db/queries/system/audit.ts';
import type { Change } from '#main/call/context.ts';
import type { Saving } from '#main/records/save.ts';
import type { AuditRow } from '#main/services/audit.ts';
import { saving } from '#main/services/saving.ts';
import type { CheckedRecord } from './check.ts';
import { type Existing, existingIn, type Plan, planFor } from './plan.ts';

export type Outcome = 'created' | 'updated' | 'skipped' | { refused: string };

/** Takes checked records, a batch at a time; answers what became of each, in order. A batch is stored whole or not at all. */
export interface Store {
  save(records: readonly CheckedRecord[]): Promise<Outcome[]>;
}

/** Who imports, as the audit has it. */
export type Importer = Pick<AuditRow, 'userId' | 'workstation' | 'procedure'>;

interface Touched {
  patient: number[];
  doctor: number[];
}

/** Stores for good, one transaction a batch with its audit rows; `onCommit` hears what each has touched. */
export function writingStore(
  db: Database,
  options: { importer: Importer; now: () => number; onCommit(touched: Touched): void },
): Store {
  return {
    async save(records) {
      const touched: Touched = { patient: [], doctor: [] };
      const outcomes = await db.write(async (tx) => {
        const existing = existingIn(tx);
        const rows: AuditRow[] = [];
        const at = { tx, now: options.now(), change: changeBy(options.importer, options.now(), rows) };
        const done: Outcome[] = [];
        for (const record of records) {
          const plan = await planFor(tx, existing, record);
          const id = await carryOut(at, record, plan);
          if (id !== undefined) touched[record.kind].push(id);
          done.push(outcomeOf(plan));
        }
        await appendAudit(tx, rows);
        return done;
      });
      options.onCommit(touched);
      return outcomes;
    },
  };
}

/** Changes nothing and tells what {@link writingStore} would have done; it remembers what would be there by now. */
export function dryStore(db: Database): Store {
  const added = new Map<string, number>();
  const mrns = new Set<string>();
  const nameOf = (kind: string, { system, value }: CheckedRecord['key']) => `${kind} ${system} ${value}`;
  return {
    save: (records) =>
      db.read(async (reader) => {
        const stored = existingIn(reader);
        const existing: Existing = {
          find: async (kind, key) => (await stored.find(kind, key)) ?? added.get(nameOf(kind, key)),
          isMrnTaken: async (mrn) => mrns.has(mrn) || stored.isMrnTaken(mrn),
        };
        const outcomes: Outcome[] = [];
        for (const record of records) {
          const plan = await planFor(reader, existing, record);
          // Ids of records that do not exist are below zero, where no stored one can be.
          if (plan.action === 'create') added.set(nameOf(record.kind, record.key), -1 - added.size);
          if (plan.action === 'create' && record.kind === 'patient' && record.form.mrn) mrns.add(record.form.mrn);
          outcomes.push(outcomeOf(plan));
        }
        return outcomes;
      }),
  };
}

/**
 * As a call's change, but for who makes it. No signal is sent: the receivers live in main's thread, which this one cannot
 * let in between two records. Main tells caches and pages of each batch once it is stored, a kind at a time (see `job.ts`).
 */
export function changeBy(importer: Importer, now: number, rows: AuditRow[]): Change {
  return {
    send: async () => undefined,
    unchanged: () => undefined,
    touched({ entity, id, action, details = null }) {
      const patientId = entity === 'patient' ? id : null;
      rows.push({ ...importer, at: now, action, entity, entityId: id, patientId, outcome: 'ok', details });
    },
  };
}

/** Does what was planned; answers the id of the record it touched. */
async function carryOut(at: Saving, record: CheckedRecord, plan: Plan): Promise<number | undefined> {
  if (plan.action === 'create') return create(at, record, plan.doctorId);
  if (plan.action !== 'update') return undefined;
  await plan.save(at);
  return plan.id;
}

async function create(at: Saving, record: CheckedRecord, doctorId: number | null): Promise<number> {
  const { kind, key } = record;
  const { id } = await saving(at.change, kind, null, async () => ({ id: await insert(at, record, doctorId) }));
  await linkSource(at.tx, kind, key, id);
  at.change.touched({ entity: kind, id, action: 'create' });
  return id;
}

async function insert({ tx, now }: Saving, record: CheckedRecord, doctorId: number | null): Promise<number> {
  const times = { createdAt: now, updatedAt: now };
  if (record.kind === 'doctor') return (await insertDoctor(tx, { ...record.form, ...times })).id;
  // The way of bulk loads, since an import is one: a statement prepared once instead of one composed for each patient.
  const mrn = record.form.mrn || (await nextMrn(tx));
  const [id] = await insertPatients(tx, [{ ...record.form, mrn, doctorId, ...times }]);
  if (id === undefined) throw new Error('the record was not stored');
  return id;
}

function outcomeOf(plan: Plan): Outcome {
  if (plan.action === 'refuse') return { refused: plan.reason };
  return ({ create: 'created', update: 'updated', skip: 'skipped' } as const)[plan.action];
}
