import { getDoctor, somePatientsOf } from '#db/queries/people/doctors.ts';
import type { CallContext, Write } from '#main/call/context.ts';
import { patientStore } from '#main/modules/people/patients/store.ts';
import { changeRecord } from '#main/records/save.ts';
import { notFound, Refusal } from '#main/refusal.ts';

/** Few enough that the app answers other people between two batches. */
const BATCH = 25;

/**
 * Gives the patients of one doctor to another active one, a batch a transaction; each patient is moved wholly or not
 * at all, and asking again goes on where an interruption stopped it. Answers how many were moved.
 */
export async function movePatients(
  context: CallContext & { write: Write },
  { from, to }: { from: number; to: number },
): Promise<{ moved: number }> {
  const { db, clock } = context.services;
  const target = await db.read(async (reader) => ((await getDoctor(reader, from)) ? getDoctor(reader, to) : undefined));
  if (!target) throw notFound();
  if (target.status !== 'active' || from === to) {
    throw new Refusal('VALIDATION', { fields: [{ path: 'to', key: 'validation.doctorNotActive' }] });
  }
  let moved = 0;
  for (;;) {
    const batch = await context.write(async (tx, change) => {
      const at = { tx, change, now: clock.now() };
      const some = await somePatientsOf(tx, from, BATCH);
      for (const patient of some) await changeRecord(at, patientStore, patient, { doctorId: to });
      change.touched({ entity: 'doctor', id: from, action: 'update' });
      change.touched({ entity: 'doctor', id: to, action: 'update' });
      return some;
    });
    if (batch.length === 0) return { moved };
    moved += batch.length;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
