import { eq } from 'drizzle-orm';
import { type Doctor, type DoctorForm, doctorForm } from '#contract/doctors.ts';
import type { Reader, Writer } from '#db/index.ts';
import {
  getDoctor,
  insertDoctor,
  patientsOf,
  type Doctor as StoredDoctor,
  updateDoctor as update,
} from '#db/queries/doctors.ts';
import { doctor } from '#db/schema/index.ts';
import { actOf, changedFields } from '#main/modules/changes.ts';
import { conflict, notFound, Refusal, wrongField } from '#main/refusal.ts';
import { saving } from '#main/services/saving.ts';
import { type Context, callerOf } from '../caller.ts';
import { checkMayManage } from '../users/grants.ts';
import { existingUser } from '../users/load.ts';

interface Place {
  id: number;
  version: number;
}

const FORM_FIELDS = Object.keys(doctorForm.shape) as Array<keyof DoctorForm>;

/** The doctor as pages see him. Raises NOT_FOUND. */
export function loadDoctor(reader: Reader, id: number): Doctor {
  const row = getDoctor(reader, id);
  if (!row) throw notFound();
  return withPatients(reader, row);
}

const withPatients = (reader: Reader, row: StoredDoctor): Doctor => ({ ...row, patients: patientsOf(reader, row.id) });

/** Adds a doctor; the same create key a second time answers the doctor it made the first time. */
export function createDoctor(context: Context, input: { createKey: string; doctor: DoctorForm }): Promise<Doctor> {
  const now = context.services.clock.now();
  return context.write(async (tx, change) => {
    const [made] = await tx.select().from(doctor).where(eq(doctor.createKey, input.createKey));
    if (made) return withPatients(tx, made);
    await checkLink(context, tx, { before: null, userId: input.doctor.userId });
    const values = { ...input.doctor, createKey: input.createKey, createdAt: now, updatedAt: now };
    const row = await saving(change, 'doctor', null, () => insertDoctor(tx, values));
    change.touched({ entity: 'doctor', id: row.id, action: 'create' });
    return withPatients(tx, row);
  });
}

/** Changes a doctor who is still as the form showed him. Raises CONFLICT when he is not. */
export async function updateDoctor(context: Context, input: Place & { doctor: DoctorForm }): Promise<Doctor> {
  return save(context, input, input.doctor, (tx, before) =>
    checkLink(context, tx, { before, userId: input.doctor.userId }),
  );
}

/** Archives a doctor to whom no active patient points any more; IN_USE with the reasons otherwise. */
export async function archiveDoctor(context: Context, place: Place): Promise<Doctor> {
  return save(context, place, { status: 'archived' }, async (tx) => {
    const count = patientsOf(tx, place.id);
    if (count > 0) throw new Refusal('IN_USE', { reasons: [{ key: 'errors.doctorHasPatients', params: { count } }] });
  });
}

export async function restoreDoctor(context: Context, place: Place): Promise<Doctor> {
  return save(context, place, { status: 'active' }, async () => undefined);
}

type Changes = Partial<DoctorForm & { status: StoredDoctor['status'] }>;

function save(
  context: Context,
  { id, version }: Place,
  changes: Changes,
  check: (tx: Writer, before: StoredDoctor) => Promise<void>,
): Promise<Doctor> {
  return context.write(async (tx, change) => {
    const before = getDoctor(tx, id);
    if (!before) throw notFound();
    if (before.version !== version) throw conflict(before.version);
    await check(tx, before);
    const row = await saving(change, 'doctor', id, () => {
      const saved = update(tx, id, version, { ...changes, updatedAt: context.services.clock.now() });
      if (!saved) throw conflict(before.version);
      return saved;
    });
    change.touched({
      entity: 'doctor',
      id,
      action: actOf(changes.status),
      details: { changed: changedFields(before, row, [...FORM_FIELDS, 'status']) },
    });
    return withPatients(tx, row);
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
  for (const id of [linked, userId]) if (id) checkMayManage(tx, callerOf(context), existingUser(tx, id));
  if (!userId) return;
  const [other] = await tx.select({ id: doctor.id }).from(doctor).where(eq(doctor.userId, userId));
  if (other) throw wrongField('doctor.userId', 'validation.userLinked');
}
