import type { PatientRow } from '#db/queries/people/patientRow.ts';

/** The columns of a {@link PatientRow}, of `patient p left join doctor d`. */
export const patientRowColumns = `
  p.id, p.mrn, p.prefix, p.given_name as givenName, p.middle_name as middleName, p.family_name as familyName, p.suffix,
  p.birth_date as birthDate, p.deceased_on as deceasedOn, p.sex, p.phone, p.doctor_id as doctorId, p.photo_id as photoId,
  p.status, p.version, d.prefix as doctorPrefix, d.given_name as doctorGivenName, d.family_name as doctorFamilyName,
  d.suffix as doctorSuffix, exists (
    select 1 from patient other indexed by patient_status_name
    where other.status = 'active' and other.sort_name = p.sort_name and other.id <> p.id
      and other.birth_date between date(p.birth_date, '-2 years') and date(p.birth_date, '+2 years')
  ) as sameName`;

/** A row as SQLite hands it over: it has no booleans. */
export type StoredPatientRow = Omit<PatientRow, 'sameName'> & { sameName: number };

export function toPatientRow(stored: StoredPatientRow): PatientRow {
  return { ...stored, sameName: stored.sameName === 1 };
}
