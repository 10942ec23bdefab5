import type { patient } from '#db/schema/people/patient.ts';

type Patient = typeof patient.$inferSelect;

/** A patient as lists and search results show them. */
export interface PatientRow
  extends Pick<
    Patient,
    | 'id'
    | 'mrn'
    | 'prefix'
    | 'givenName'
    | 'middleName'
    | 'familyName'
    | 'suffix'
    | 'birthDate'
    | 'deceasedOn'
    | 'sex'
    | 'phone'
    | 'doctorId'
    | 'photoId'
    | 'status'
    | 'version'
  > {
  doctorPrefix: string | null;
  doctorGivenName: string | null;
  doctorFamilyName: string | null;
  doctorSuffix: string | null;
  /** Another active patient has the same name and was born within two years of this one. */
  sameName: boolean;
}
