import { getDoctor, movePatients as moveSome } from '#db/queries/doctors.ts';
import type { CallContext, Write } from '#main/pipeline/context.ts';
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
  const target = await db.read(async (reader) => (getDoctor(reader, from) ? getDoctor(reader, to) : undefined));
  if (!target) throw notFound();
  if (target.status !== 'active' || from === to) {
    throw new Refusal('VALIDATION', { fields: [{ path: 'to', key: 'validation.doctorNotActive' }] });
  }
  let moved = 0;
  for (;;) {
    const ids = await context.write(async (tx, change) => {
      const batch = moveSome(tx, from, to, clock.now(), BATCH);
      for (const id of batch)
        change.touched({ entity: 'patient', id, action: 'update', details: { changed: { doctorId: [from, to] } } });
      change.touched({ entity: 'doctor', id: from, action: 'update' });
      change.touched({ entity: 'doctor', id: to, action: 'update' });
      return batch;
    });
    if (ids.length === 0) return { moved };
    moved += ids.length;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
