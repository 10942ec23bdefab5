import type * as z from 'zod';
import type { personForm } from '#contract/ground/person.ts';
import type { doctorForm } from '#contract/people/doctors.ts';
import type { ImportProgress } from '#contract/people/imports.ts';
import type { PatientFormInput } from '#contract/people/patients.ts';
import type { SourceKey } from '#db/queries/people/sources.ts';

/** Where in the source something stands: the file's name, and the line (CSV, NDJSON) or the bundle's entry, from 1. */
export interface SourcePosition {
  source: string;
  line: number | null;
}

/** A form without what only this clinic decides; a field that is missing is one the source says nothing about. */
type Carried<T, K extends keyof T> = Partial<Pick<T, K>>;
type PersonField = keyof z.output<typeof personForm> | 'sex';
type AddressField = 'addressLine' | 'city' | 'region' | 'postalCode' | 'country';
type EmergencyField = 'emergencyName' | 'emergencyRelationship' | 'emergencyPhone';

export type PractitionerValues = Carried<z.input<typeof doctorForm>, PersonField | 'speciality'>;
export type PatientValues = Carried<
  PatientFormInput,
  PersonField | AddressField | EmergencyField | 'mrn' | 'birthDate' | 'deceasedOn' | 'contacts'
>;

/** A practitioner as some source tells of them, not checked yet. */
export interface PractitionerRecord {
  kind: 'doctor';
  key: SourceKey;
  place: SourcePosition;
  values: PractitionerValues;
}

/** A patient as some source tells of them, not checked yet, with the doctor they saw most. */
export interface PatientRecord {
  kind: 'patient';
  key: SourceKey;
  place: SourcePosition;
  values: PatientValues;
  doctor: SourceKey | null;
}

export type SourceRecord = PractitionerRecord | PatientRecord;

/** Something of the source that cannot be taken; `kind` says of what, where that can be known. */
export interface Refused {
  kind: SourceRecord['kind'] | null;
  place: SourcePosition;
  /** An English sentence. */
  reason: string;
}

export type Item = { record: SourceRecord } | { refused: Refused };

/** One pass over a part of the source. Stages are worked off in order; later ones may need what earlier ones learned. */
export interface Stage {
  step: ImportProgress['step'];
  /** Bytes or records, as `onDone` counts them. */
  total(): number;
  /** What this pass finds; `onDone` hears how much of `total` is behind, and raises when the run is cancelled. */
  items(onDone: (done: number) => void): AsyncIterable<Item>;
}
