import type { Database, Writer } from '#db/index.ts';
import { insertPatients } from '#db/queries/bulkInsert.ts';
import { insertDoctor, updateDoctor } from '#db/queries/doctors.ts';
import { nextMrn, updatePatient } from '#db/queries/patients.ts';
import { linkSource } from '#db/queries/sources.ts';
import { auditEvent } from '#db/schema/index.ts';
import type { AuditRow } from '#main/services/audit.ts';
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
        const now = options.now();
        const rows: AuditRow[] = [];
        const done = records.map((record) => {
          const plan = planFor(tx, existing, record);
          const id = carryOut(tx, record, plan, now);
          if (id !== undefined) {
            touched[record.kind].push(id);
            rows.push(auditRow(options.importer, record, plan, id, now));
          }
          return outcomeOf(plan);
        });
        if (rows.length > 0) await tx.insert(auditEvent).values(rows);
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
          find: (kind, key) => stored.find(kind, key) ?? added.get(nameOf(kind, key)),
          isMrnTaken: (mrn) => mrns.has(mrn) || stored.isMrnTaken(mrn),
        };
        return records.map((record) => {
          const plan = planFor(reader, existing, record);
          // Ids of records that do not exist are below zero, where no stored one can be.
          if (plan.action === 'create') added.set(nameOf(record.kind, record.key), -1 - added.size);
          if (plan.action === 'create' && record.kind === 'patient' && record.form.mrn) mrns.add(record.form.mrn);
          return outcomeOf(plan);
        });
      }),
  };
}

/** Does what was planned; answers the id of the record it touched. */
function carryOut(tx: Writer, record: CheckedRecord, plan: Plan, now: number): number | undefined {
  if (plan.action === 'create') {
    const id = create(tx, record, plan.doctorId, now);
    if (id === undefined) throw new Error('the record was not stored');
    linkSource(tx, record.kind, record.key, id);
    return id;
  }
  if (plan.action !== 'update') return undefined;
  const update = record.kind === 'doctor' ? updateDoctor : updatePatient;
  return update(tx, plan.id, plan.version, { ...plan.changes, updatedAt: now })?.id;
}

function create(tx: Writer, record: CheckedRecord, doctorId: number | null, now: number): number | undefined {
  const times = { createdAt: now, updatedAt: now };
  if (record.kind === 'doctor') return insertDoctor(tx, { ...record.form, ...times }).id;
  // The way of bulk loads, since an import is one: a statement prepared once instead of one composed for each patient.
  const [id] = insertPatients(tx, [{ ...record.form, mrn: record.form.mrn || nextMrn(tx), doctorId, ...times }]);
  return id;
}

function auditRow(importer: Importer, { kind }: CheckedRecord, plan: Plan, id: number, at: number): AuditRow {
  return {
    ...importer,
    at,
    action: 'import',
    entity: kind,
    entityId: id,
    patientId: kind === 'patient' ? id : null,
    outcome: 'ok',
    details: plan.action === 'update' ? { changed: changedPairs(plan) } : { created: true },
  };
}

/** Each changed field with what it was and what it is, as everywhere in the audit. */
function changedPairs({ changes, before }: Extract<Plan, { action: 'update' }>) {
  return Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, [before[field], value]]));
}

function outcomeOf(plan: Plan): Outcome {
  if (plan.action === 'refuse') return { refused: plan.reason };
  return ({ create: 'created', update: 'updated', skip: 'skipped' } as const)[plan.action];
}
