import type { RecordStatus } from '#contract/ground/fields.ts';
import type { Patient, PatientForm } from '#contract/people/patients.ts';
import type { Writer } from '#db/index.ts';
import { getDoctor } from '#db/queries/people/doctors.ts';
import { isMrnTakenBeside, nextMrn, type Patient as StoredPatient } from '#db/queries/people/patients.ts';
import type { CallContext, Write } from '#main/call/context.ts';
import { actOf } from '#main/records/changes.ts';
import { createRecord, type RecordVersion, updateRecord } from '#main/records/save.ts';
import { wrongField } from '#main/refusal.ts';
import { withDoctor } from './load.ts';
import { patientStore } from './store.ts';

type Context = CallContext & { write: Write };

/** Adds a patient; the same form a second time answers the patient it made the first time. Raises IN_USE for another form. */
export function createPatient(context: Context, input: { createKey: string; patient: PatientForm }): Promise<Patient> {
  const { createKey, patient: form } = input;
  const { mrn, ...others } = form;
  // Where nobody typed a number, the patient has been given one.
  const sent = { createKey, form: mrn ? form : others };
  return context.write(async (tx, change) => {
    const at = { tx, change, now: context.services.clock.now() };
    const row = await createRecord(at, patientStore, sent, async () => {
      await checkForm(tx, form, null);
      return { ...form, mrn: form.mrn || (await nextMrn(tx)) };
    });
    return withDoctor(tx, row);
  });
}

/** Changes a patient who is still as the form showed them. Raises CONFLICT when they are not. */
export function updatePatient(context: Context, input: RecordVersion & { patient: PatientForm }): Promise<Patient> {
  const { patient: form, ...place } = input;
  return context.write(async (tx, change) => {
    const at = { tx, change, now: context.services.clock.now() };
    const row = await updateRecord(at, patientStore, place, async (before) => {
      await checkForm(tx, form, before);
      return { ...form, mrn: form.mrn || before.mrn };
    });
    return withDoctor(tx, row);
  });
}

/**
 * Archives a patient or brings them back. Whoever comes back to a doctor who was archived meanwhile has no doctor, which the
 * person is told: nobody looks after the patients of an archived doctor.
 */
export async function setStatus(context: Context, place: RecordVersion, status: RecordStatus): Promise<Patient> {
  let isWithoutDoctor = false;
  const patient = await context.write(async (tx, change) => {
    const at = { tx, change, now: context.services.clock.now() };
    const make = async (before: StoredPatient) => {
      isWithoutDoctor = before.status !== status && status === 'active' && (await hasArchivedDoctor(tx, before));
      return { status, ...(isWithoutDoctor && { doctorId: null }) };
    };
    return withDoctor(tx, await updateRecord(at, patientStore, place, make, actOf(status)));
  });
  if (isWithoutDoctor) tellWithoutDoctor(context);
  return patient;
}

const hasArchivedDoctor = async (tx: Writer, { doctorId }: StoredPatient) =>
  doctorId !== null && (await getDoctor(tx, doctorId))?.status === 'archived';

/** One sentence an answer, however many patients came back. */
function tellWithoutDoctor({ notices }: Context): void {
  const key = 'patients.restoredWithoutDoctor';
  const told = notices.find((notice) => notice.key === key);
  if (told) told.params = { count: Number(told.params.count) + 1 };
  else notices.push({ level: 'warning', key, params: { count: 1 } });
}

/** What a schema alone cannot see: dates that contradict each other, an MRN that is taken, a doctor who is gone. */
async function checkForm(tx: Writer, form: PatientForm, before: StoredPatient | null): Promise<void> {
  if (form.deceasedOn && form.deceasedOn < form.birthDate)
    throw wrongField('patient.deceasedOn', 'validation.deceasedBeforeBirth');
  if (form.mrn && form.mrn !== before?.mrn && (await isMrnTakenBeside(tx, form.mrn, before?.id ?? null)))
    throw wrongField('patient.mrn', 'validation.duplicateMrn', { mrn: form.mrn });
  const chosen = form.doctorId === before?.doctorId ? null : form.doctorId;
  if (chosen && (await getDoctor(tx, chosen))?.status !== 'active')
    throw wrongField('patient.doctorId', 'validation.doctorNotActive');
}
