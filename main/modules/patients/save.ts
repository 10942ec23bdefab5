import { eq } from 'drizzle-orm';
import type { RecordStatus } from '#contract/fields.ts';
import { type Patient, type PatientForm, patientForm } from '#contract/patients.ts';
import type { Writer } from '#db/index.ts';
import { getDoctor } from '#db/queries/doctors.ts';
import {
  getPatient,
  insertPatient,
  nextMrn,
  type PatientChanges,
  type Patient as StoredPatient,
  updatePatient as update,
} from '#db/queries/patients.ts';
import { patient } from '#db/schema/index.ts';
import { actOf, changedFields } from '#main/modules/changes.ts';
import type { CallContext, Change, Write } from '#main/pipeline/context.ts';
import { conflict, notFound, wrongField } from '#main/refusal.ts';
import { saving } from '#main/services/saving.ts';
import { withDoctor } from './load.ts';

type Context = CallContext & { write: Write };

const FORM_FIELDS = Object.keys(patientForm.shape) as Array<keyof PatientForm>;

/** Adds a patient; the same create key a second time answers the patient it made the first time. */
export function createPatient(context: Context, input: { createKey: string; patient: PatientForm }): Promise<Patient> {
  const now = context.services.clock.now();
  return context.write(async (tx, change) => {
    const [made] = await tx.select().from(patient).where(eq(patient.createKey, input.createKey));
    if (made) return withDoctor(tx, made);
    await checkForm(tx, input.patient, null);
    const mrn = input.patient.mrn || nextMrn(tx);
    const values = { ...input.patient, mrn, createKey: input.createKey, createdAt: now, updatedAt: now };
    const row = await saving(change, 'patient', null, () => insertPatient(tx, values));
    change.touched({ entity: 'patient', id: row.id, action: 'create' });
    return withDoctor(tx, row);
  });
}

/** Changes a patient who is still as the form showed him. Raises CONFLICT when he is not. */
export function updatePatient(
  context: Context,
  input: { id: number; version: number; patient: PatientForm },
): Promise<Patient> {
  return context.write(async (tx, change) => {
    const before = existing(tx, input.id, input.version);
    await checkForm(tx, input.patient, before);
    const mrn = input.patient.mrn || before.mrn;
    const row = await store(context, tx, change, before, { ...input.patient, mrn });
    change.touched({
      entity: 'patient',
      id: row.id,
      action: 'update',
      details: { changed: changedFields(before, row, FORM_FIELDS) },
    });
    return withDoctor(tx, row);
  });
}

/** Archives a patient or brings him back. */
export function setStatus(
  context: Context,
  input: { id: number; version: number },
  status: RecordStatus,
): Promise<Patient> {
  return context.write(async (tx, change) => {
    const before = existing(tx, input.id, input.version);
    const row = await store(context, tx, change, before, { status });
    change.touched({
      entity: 'patient',
      id: row.id,
      action: actOf(status),
      details: { changed: { status: [before.status, status] } },
    });
    return withDoctor(tx, row);
  });
}

function store(
  { services }: Context,
  tx: Writer,
  change: Change,
  before: StoredPatient,
  changes: Omit<PatientChanges, 'updatedAt'>,
): Promise<StoredPatient> {
  return saving(change, 'patient', before.id, () => {
    const row = update(tx, before.id, before.version, { ...changes, updatedAt: services.clock.now() });
    if (!row) throw conflict(before.version);
    return row;
  });
}

function existing(tx: Writer, id: number, version: number): StoredPatient {
  const row = getPatient(tx, id);
  if (!row) throw notFound();
  if (row.version !== version) throw conflict(row.version);
  return row;
}

/** What a schema alone cannot see: dates that contradict each other, an MRN that is taken, a doctor who is gone. */
async function checkForm(tx: Writer, form: PatientForm, before: StoredPatient | null): Promise<void> {
  if (form.deceasedOn && form.deceasedOn < form.birthDate)
    throw wrongField('patient.deceasedOn', 'validation.deceasedBeforeBirth');
  if (form.mrn && form.mrn !== before?.mrn) {
    const [taken] = await tx.select({ id: patient.id }).from(patient).where(eq(patient.mrn, form.mrn));
    if (taken) throw wrongField('patient.mrn', 'validation.duplicateMrn', { mrn: form.mrn });
  }
  if (form.doctorId && form.doctorId !== before?.doctorId && getDoctor(tx, form.doctorId)?.status !== 'active') {
    throw wrongField('patient.doctorId', 'validation.doctorNotActive');
  }
}
