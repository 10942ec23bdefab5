import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/engine.ts';
import { doctor } from '#db/schema/people/doctor.ts';
import { sortNameOf, words } from '#db/search/fold.ts';
import { prepared, statement } from '#db/sqlite/prepared.ts';
import { getPatient, type Patient } from './patients.ts';

export type Doctor = typeof doctor.$inferSelect;
/** What a new doctor is made of; `sort_name` is filled here. */
export type NewDoctor = Omit<typeof doctor.$inferInsert, 'id' | 'sortName' | 'version'>;
/** What may change on a doctor; `updatedAt` always does. */
export type DoctorChanges = Partial<Omit<NewDoctor, 'createdAt' | 'createKey'>> & { updatedAt: number };
/** A doctor with how many active patients they have. */
export type DoctorRow = Doctor & { patients: number };

export interface DoctorFilters {
  /** Active ones when left out. */
  status?: 'active' | 'archived' | 'all' | undefined;
  /** Beginnings of words of name, speciality or licence number, in any order, as typed. */
  text?: string | undefined;
}

/** No clinic has more doctors; the list ends here. */
const mostDoctors = 5_000;

const activePatients = sql<number>`coalesce((select patients from patient_tally where doctor_id = doctor.id and status = 'active'), 0)`;

/** Doctors by name; of those who were looked for, the archived ones last. They are few enough to look through. */
export async function listDoctors(
  reader: Reader,
  { status = 'active', text = '' }: DoctorFilters = {},
): Promise<DoctorRow[]> {
  const typed = words(text);
  const rows = await reader
    .select({ ...getTableColumns(doctor), patients: activePatients })
    .from(doctor)
    .where(status === 'all' ? undefined : eq(doctor.status, status))
    .orderBy(...(typed.length > 0 ? [asc(doctor.status)] : []), asc(doctor.sortName), asc(doctor.id))
    .limit(mostDoctors);
  return rows.filter((row) => {
    const parts = words(`${row.sortName} ${row.speciality} ${row.licenceNumber}`);
    return typed.every((word) => parts.some((part) => part.startsWith(word)));
  });
}

/** How many active patients a doctor has. */
export async function patientsOf(reader: Reader, doctorId: number): Promise<number> {
  const tally = statement(
    reader,
    "select patients from patient_tally where doctor_id = ? and status = 'active'",
  ).pluck();
  return (tally.get(doctorId) as number | undefined) ?? 0;
}

const byId = prepared((r: Reader) =>
  r
    .select()
    .from(doctor)
    .where(eq(doctor.id, sql.placeholder('id')))
    .prepare(),
);

/** The doctor with this id, or undefined. */
export async function getDoctor(reader: Reader, id: number): Promise<Doctor | undefined> {
  return byId(reader).get({ id });
}

/** Adds a doctor. Raises when the user or create key is another doctor's. */
export async function insertDoctor(tx: Writer, values: NewDoctor): Promise<Doctor> {
  return tx
    .insert(doctor)
    .values({ ...values, sortName: sortNameOf(values) })
    .returning()
    .get();
}

/** Changes a doctor who is still as `before`. Returns the new row, or undefined when somebody else was first. */
export async function updateDoctor(tx: Writer, before: Doctor, changes: DoctorChanges): Promise<Doctor | undefined> {
  const { id, version } = before;
  return tx
    .update(doctor)
    .set({ ...changes, sortName: sortNameOf({ ...before, ...changes }), version: version + 1 })
    .where(and(eq(doctor.id, id), eq(doctor.version, version)))
    .returning()
    .get();
}

/** The doctor that a form with this create key has made, or undefined. */
export async function doctorMadeBy(reader: Reader, createKey: string): Promise<Doctor | undefined> {
  const [row] = await reader.select().from(doctor).where(eq(doctor.createKey, createKey));
  return row;
}

/** The doctor who has this user account, or undefined. */
export async function doctorOfUser(reader: Reader, userId: number): Promise<Doctor | undefined> {
  const [row] = await reader.select().from(doctor).where(eq(doctor.userId, userId));
  return row;
}

/** At most `limit` of the patients of a doctor, archived ones too. */
export async function somePatientsOf(reader: Reader, doctorId: number, limit: number): Promise<Patient[]> {
  const ids = statement(
    reader,
    'select id from patient indexed by patient_doctor_name where doctor_id = ? limit ?',
  ).pluck();
  const some: Patient[] = [];
  for (const id of ids.all(doctorId, limit) as number[]) {
    const row = await getPatient(reader, id);
    if (row) some.push(row);
  }
  return some;
}

/** How many doctors there are, archived ones too. */
export async function countDoctors(reader: Reader): Promise<number> {
  return reader.$count(doctor);
}
