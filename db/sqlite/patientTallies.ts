/** The tallies that triggers keep of patients, and what each must hold, counted from the patients themselves. */
export const patientTallies = {
  patient_tally:
    'select coalesce(doctor_id, 0) as doctor_id, status, count(*) as patients from patient group by doctor_id, status',
  patient_birth_tally: `select sex, substr(birth_date, 1, 7) as born_in, count(*) as patients from patient not indexed
    where status = 'active' and deceased_on is null group by 1, 2`,
  patient_registration_tally: 'select created_at / 900000 as quarter, count(*) as patients from patient group by 1',
} as const;
