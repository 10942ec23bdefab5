import type { AuditAction } from '#contract/ground/procedure.ts';
import type { Doctor, DoctorForm } from '#contract/people/doctors.ts';
import type { Reader, Writer } from '#db/index.ts';
import { doctorOfUser, getDoctor, patientsOf, type Doctor as StoredDoctor } from '#db/queries/people/doctors.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { checkMayManage } from '#main/modules/accounts/users/grants.ts';
import { existingUser } from '#main/modules/accounts/users/load.ts';
import { createRecord, type RecordVersion, updateRecord } from '#main/records/save.ts';
import { notFound, Refusal, wrongField } from '#main/refusal.ts';
import { doctorStore } from './store.ts';

/** The doctor as pages see them. Raises NOT_FOUND. */
export async function loadDoctor(reader: Reader, id: number): Promise<Doctor> {
  const row = await getDoctor(reader, id);
  if (!row) throw notFound();
  return withPatients(reader, row);
}

async function withPatients(reader: Reader, row: StoredDoctor): Promise<Doctor> {
  return { ...row, patients: await patientsOf(reader, row.id) };
}

/** Adds a doctor; the same form a second time answers the doctor it made the first time. Raises IN_USE for another form. */
export function createDoctor(context: Context, input: { createKey: string; doctor: DoctorForm }): Promise<Doctor> {
  const { createKey, doctor: form } = input;
  return context.write(async (tx, change) => {
    const at = { tx, change, now: context.services.clock.now() };
    const row = await createRecord(at, doctorStore, { createKey, form }, async () => {
      await checkLink(context, tx, { before: null, userId: form.userId });
      return form;
    });
    return withPatients(tx, row);
  });
}

/** Changes a doctor who is still as the form showed them. Raises CONFLICT when they are not. */
export function updateDoctor(context: Context, input: RecordVersion & { doctor: DoctorForm }): Promise<Doctor> {
  const { doctor: form, ...place } = input;
  return save(context, place, 'update', async (tx, before) => {
    await checkLink(context, tx, { before, userId: form.userId });
    return form;
  });
}

/** Archives a doctor to whom no active patient points any more; IN_USE with the reasons otherwise. */
export function archiveDoctor(context: Context, place: RecordVersion): Promise<Doctor> {
  return save(context, place, 'archive', async (tx) => {
    const count = await patientsOf(tx, place.id);
    if (count > 0) throw new Refusal('IN_USE', { reasons: [{ key: 'errors.doctorHasPatients', params: { count } }] });
    return { status: 'archived' };
  });
}

export function restoreDoctor(context: Context, place: RecordVersion): Promise<Doctor> {
  return save(context, place, 'restore', async () => ({ status: 'active' }));
}

function save(
  context: Context,
  place: RecordVersion,
  action: AuditAction,
  make: (tx: Writer, before: StoredDoctor) => Promise<Partial<StoredDoctor>>,
): Promise<Doctor> {
  return context.write(async (tx, change) => {
    const at = { tx, change, now: context.services.clock.now() };
    return withPatients(tx, await updateRecord(at, doctorStore, place, (before) => make(tx, before), action));
  });
}

/** A user account belongs to one doctor at most, and is given or taken only by somebody who may look after it. */
async function checkLink(
  context: Context,
  tx: Writer,
  { before, userId }: { before: StoredDoctor | null; userId: number | null },
): Promise<void> {
  const linked = before?.userId ?? null;
  if (linked === userId) return;
  for (const id of [linked, userId]) if (id) await checkMayManage(tx, callerOf(context), await existingUser(tx, id));
  if (userId && (await doctorOfUser(tx, userId))) throw wrongField('doctor.userId', 'validation.userLinked');
}
