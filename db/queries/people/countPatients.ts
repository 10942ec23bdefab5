import type { Reader } from '#db/engine.ts';
import { birthRange, hasAge, type PatientFilters, statusesOf } from '#db/search/filters.ts';
import { statement } from '#db/sqlite/prepared.ts';

export interface PatientCount {
  patients: number;
  /** True when counting stopped there: at least so many. */
  atLeast: boolean;
}

const mostCounted = 10_000;

/** How many patients pass the filters: exact, unless ages are asked for and more than `most` fit. */
export async function countPatients(
  reader: Reader,
  filters: PatientFilters,
  today: string,
  most = mostCounted,
): Promise<PatientCount> {
  if (!hasAge(filters)) return { patients: tallied(reader, filters), atLeast: false };
  const counted = countedByAge(reader, filters, today, most + 1);
  return { patients: Math.min(counted, most), atLeast: counted > most };
}

function tallied(reader: Reader, filters: PatientFilters): number {
  const doctor = filters.doctorId !== undefined;
  const sum = statement(
    reader,
    `select coalesce(sum(patients), 0) from patient_tally where status = ? ${doctor ? 'and doctor_id = ?' : ''}`,
  ).pluck();
  return total(
    statusesOf(filters).map((status) => sum.get(...(doctor ? [status, filters.doctorId ?? 0] : [status])) as number),
  );
}

function countedByAge(reader: Reader, filters: PatientFilters, today: string, limit: number): number {
  const doctor = filters.doctorId !== undefined;
  const count = statement(
    reader,
    `select count(*) from (select 1 from patient indexed by ${doctor ? 'patient_doctor_birth' : 'patient_status_birth'}
     where ${doctor ? 'doctor_id is ? and' : ''} status = ? and birth_date between ? and ? limit ?)`,
  ).pluck();
  const range = birthRange(filters, today);
  return total(
    statusesOf(filters).map(
      (status) => count.get(...(doctor ? [filters.doctorId] : []), status, ...range, limit) as number,
    ),
  );
}

const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
