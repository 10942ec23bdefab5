import type { Reader } from '#db/index.ts';
import { getDoctor, somePatientsOf } from '#db/queries/people/doctors.ts';
import type { CallContext, Write } from '#main/call/context.ts';
import { patientStore } from '#main/modules/people/patients/store.ts';
import { changeRecord } from '#main/records/save.ts';
import { notFound, wrongField } from '#main/refusal.ts';

/** Few enough that the app answers other people between two batches. */
const BATCH = 25;

interface Move {
  from: number;
  to: number;
}

/**
 * Gives the patients of one doctor to another active one, a batch a transaction; each patient is moved wholly or not
 * at all, and asking again goes on where an interruption stopped it. Answers how many were moved. Raises NOT_FOUND, and
 * VALIDATION where the other doctor is not active, or no longer: those moved by then stay moved.
 */
export async function movePatients(context: CallContext & { write: Write }, move: Move): Promise<{ moved: number }> {
  for (let moved = 0; ; ) {
    const some = await moveSome(context, move);
    moved += some;
    if (some < BATCH) return { moved };
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Moves one batch; answers how many there were. Both doctors hear how many of theirs it was. */
function moveSome(context: CallContext & { write: Write }, { from, to }: Move): Promise<number> {
  return context.write(async (tx, change) => {
    // Somebody may have archived the doctor since the batch before.
    await checkMove(tx, { from, to });
    const at = { tx, change, now: context.services.clock.now() };
    const some = await somePatientsOf(tx, from, BATCH);
    for (const patient of some) await changeRecord(at, patientStore, patient, { doctorId: to });
    const { length: patients } = some;
    if (patients === 0) {
      change.unchanged();
      return 0;
    }
    change.touched({ entity: 'doctor', id: from, action: 'update', details: { movedTo: to, patients } });
    change.touched({ entity: 'doctor', id: to, action: 'update', details: { movedFrom: from, patients } });
    return patients;
  });
}

/** The doctors there are, and that the one may be given patients. */
async function checkMove(reader: Reader, { from, to }: Move): Promise<void> {
  const target = (await getDoctor(reader, from)) && (await getDoctor(reader, to));
  if (!target) throw notFound();
  if (target.status !== 'active' || from === to) throw wrongField('to', 'validation.doctorNotActive');
}
