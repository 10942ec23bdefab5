import { reason } from '#main/modules/people/imports/problem.ts';
import type { Item, PatientValues, SourcePosition } from '#main/modules/people/imports/record.ts';
import { carried, clean, isUuid } from '#main/modules/people/imports/text.ts';
import { addressParts, labelOf, nameParts, reachedAt, sexOf, wholeName } from './person.ts';
import type { Practice } from './practice.ts';
import { nameOf, namesOf, patientKey, recordNumberOf } from './references.ts';
import type { PatientResource } from './shapes.ts';

/** What a Patient resource tells; the doctor is the one seen most, else the general practitioner it names. */
export function readPatient(
  place: SourcePosition,
  resource: PatientResource,
  fullUrl: string | undefined,
  practice: Practice,
): Item {
  const addressed = { type: 'Patient' as const, fullUrl, resource };
  const key = patientKey(addressed);
  if (!key) return { refused: { kind: 'patient', place, reason: reason('noId') } };
  const named = nameOf('Practitioner', resource.generalPractitioner?.[0]);
  const doctor = practice.seenMost(namesOf(addressed)) ?? (named ? practice.find(named) : undefined) ?? null;
  const values: PatientValues = carried({
    ...nameParts(resource.name),
    ...reachedAt(resource.telecom),
    ...addressParts(resource.address),
    ...emergencyContact(resource),
    mrn: recordNumber(resource),
    birthDate: clean(resource.birthDate),
    deceasedOn: clean(resource.deceasedDateTime)?.slice(0, 10),
    sex: sexOf(resource.gender),
  });
  return { record: { kind: 'patient', key, place, values, doctor } };
}

/**
 * The source's record number, which stands on the patient's papers -- but not a UUID: nobody reads one out over a counter,
 * so such a patient gets this clinic's next number, while the UUID is still how an import knows them again.
 */
function recordNumber(resource: PatientResource): string | undefined {
  const number = clean(recordNumberOf(resource.identifier));
  return number && !isUuid(number) ? number : undefined;
}

function emergencyContact(resource: PatientResource) {
  const [contact] = resource.contact ?? [];
  return {
    emergencyName: wholeName(contact?.name),
    emergencyRelationship: labelOf(contact?.relationship),
    emergencyPhone: reachedAt(contact?.telecom).phone,
  };
}
