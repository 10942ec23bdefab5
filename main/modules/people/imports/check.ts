import type * as z from 'zod';
import { doctorForm } from '#contract/people/doctors.ts';
import { patientForm } from '#contract/people/patients.ts';
import { translate } from '#main/texts.ts';
import { reason } from './problem.ts';
import type { PatientRecord, PractitionerRecord, SourcePosition, SourceRecord } from './record.ts';

/** A record whose values are what a form would have sent: exactly the fields the source speaks of, in their stored form. */
type Checked<R extends SourceRecord, F> = Omit<R, 'values'> & { form: F; fields: Array<keyof F & string> };
export type CheckedPractitioner = Checked<PractitionerRecord, z.infer<typeof doctorForm>>;
export type CheckedPatient = Checked<PatientRecord, z.infer<typeof patientForm>>;
export type CheckedRecord = CheckedPractitioner | CheckedPatient;

const LONGEST_QUOTE = 40;
/** What a decoder leaves behind where bytes were no UTF-8. */
const UNREADABLE = /\uFFFD/;

/** Checks a record by the same schemas a person's form is checked by; a reason in words when it cannot be stored. */
export function check(record: SourceRecord): CheckedRecord | { place: SourcePosition; reason: string } {
  const { values, ...rest } = record;
  const garbled = Object.entries(values).find(([, value]) => UNREADABLE.test(JSON.stringify(value)));
  if (garbled) return { place: record.place, reason: reason('notUtf8', { field: fieldName(garbled[0]) }) };
  const parsed = (record.kind === 'doctor' ? doctorForm : patientForm).safeParse(values);
  if (!parsed.success) return { place: record.place, reason: explain(parsed.error, values) };
  const { birthDate, deceasedOn } = parsed.data as { birthDate?: string; deceasedOn?: string | null };
  if (birthDate && deceasedOn && deceasedOn < birthDate) {
    return { place: record.place, reason: reason('deceasedBeforeBirth', { birthDate, deceasedOn }) };
  }
  return { ...rest, form: parsed.data, fields: Object.keys(values) } as CheckedRecord;
}

function explain({ issues }: z.ZodError, values: object): string {
  const [issue] = issues;
  const field = String(issue?.path[0] ?? '');
  const value: unknown = issue?.path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown>)?.[key],
    values,
  );
  if (value === undefined) return reason('missing', { field: fieldName(field) });
  const known = /^validation\.(\w+)$/.exec(issue?.message ?? '')?.[1];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const params = { field: fieldName(field), value: shortened(text), length: text.length };
  return reason(known && known in sentences ? sentences[known as keyof typeof sentences] : 'notAccepted', params);
}

/** Which sentence of the report stands for which verdict of the contract. */
const sentences = {
  required: 'missing',
  tooLong: 'tooLong',
  date: 'notDate',
  dateInFuture: 'future',
  dateTooEarly: 'tooEarly',
  phone: 'notPhone',
  email: 'notEmail',
  unprintable: 'unprintable',
} as const;

const fieldName = (field: string) => translate(`imports.field.${field}`);

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : text;
}
