import type { Sex } from '#contract/ground/fields.ts';
import { phone as phoneField } from '#contract/ground/fields.ts';
import type { SourceKey } from '#db/queries/people/sources.ts';
import { reason } from '#main/modules/people/imports/problem.ts';
import type { Item, SourcePosition } from '#main/modules/people/imports/record.ts';
import { calmed, carried, clean, cleanName, isUuid } from '#main/modules/people/imports/text.ts';

type Cells = Record<string, string>;

/** Also what Synthea's FHIR export gives as a patient's identifier: CSV and FHIR of one population are the same people. */
export const SYNTHEA = 'https://github.com/synthetichealth/synthea';
/** FHIR's own way to name a system whose values are unique in the whole world. */
export const ANYWHERE = 'urn:ietf:rfc:3986';

export const sourceKey = (id: string): SourceKey =>
  isUuid(id) ? { system: ANYWHERE, value: `urn:uuid:${id.toLowerCase()}` } : { system: SYNTHEA, value: id };

/** A line of patients.csv; SSN, driving licence, passport, race and money are left where they are. */
export function readPatient(place: SourcePosition, cells: Cells, doctor: SourceKey | null): Item {
  const id = clean(cells.ID);
  if (!id) return { refused: { kind: 'patient', place, reason: reason('noId') } };
  const values = {
    prefix: clean(cells.PREFIX),
    givenName: cleanName(cells.FIRST),
    middleName: cleanName(cells.MIDDLE),
    familyName: cleanName(cells.LAST),
    suffix: clean(cells.SUFFIX),
    birthDate: clean(cells.BIRTHDATE),
    deceasedOn: clean(cells.DEATHDATE)?.slice(0, 10),
    sex: sexOf(cells.GENDER),
    addressLine: clean(cells.ADDRESS),
    city: clean(cells.CITY),
    region: clean(cells.STATE),
    postalCode: clean(cells.ZIP),
  };
  return { record: { kind: 'patient', key: { system: SYNTHEA, value: id }, place, doctor, values: carried(values) } };
}

/** A line of providers.csv. The phone is the organisation's, since a provider has none. */
export function readProvider(place: SourcePosition, cells: Cells, phone: string | undefined): Item {
  const id = clean(cells.ID);
  if (!id) return { refused: { kind: 'doctor', place, reason: reason('noId') } };
  const values = {
    ...nameOf(cells.NAME),
    sex: sexOf(cells.GENDER),
    speciality: calmed(clean(cells.SPECIALITY)),
    phone: firstPhone(phone),
  };
  return { record: { kind: 'doctor', key: sourceKey(id), place, values: carried(values) } };
}

/** "Julio César525 De la Cruz185": the number ends the given names; without numbers the last word is the family name. */
function nameOf(name: string | undefined) {
  const words = clean(name) ?? '';
  const numbered = /^(.*?\p{L}\d+)\s+(.+)$/u.exec(words);
  const plain = /^(.*)\s(\S+)$/u.exec(words);
  const [, given, family] = numbered ?? plain ?? ['', '', words];
  return { givenName: cleanName(given), familyName: cleanName(family) };
}

function sexOf(gender: string | undefined): Sex | undefined {
  const letter = clean(gender)?.toUpperCase();
  if (letter === 'F') return 'female';
  if (letter === 'M') return 'male';
  return letter ? 'unknown' : undefined;
}

/** Organisations write "781-826-1234 Or 781-826-5678"; the first is kept, and what is no number is nobody's fault here. */
function firstPhone(text: string | undefined): string | undefined {
  const first = clean(text?.split(/\s+or\s+|[,;]/i)[0]);
  return first && phoneField.safeParse(first).success ? first : undefined;
}
