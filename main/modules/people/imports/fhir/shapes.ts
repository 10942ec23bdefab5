import * as z from 'zod';
import { reason } from '#main/modules/people/imports/problem.ts';

/** The parts of FHIR R4 resources that are read. Whatever else a resource has is passed over. */

const text = z.string().optional();
/** FHIR writes null into lists to keep them in step with their extensions. */
const texts = z.array(z.string().nullable()).optional();
const list = <T extends z.ZodType>(item: T) => z.array(item).optional();

const codeable = z.object({ coding: list(z.object({ system: text, code: text, display: text })), text });
const identifier = z.object({ use: text, type: codeable.optional(), system: text, value: text });
const reference = z.object({ reference: text, identifier: identifier.optional() });
const humanName = z.object({ use: text, text, family: text, given: texts, prefix: texts, suffix: texts });
const telecom = z.object({ system: text, use: text, value: text, rank: z.number().optional() });
const address = z.object({
  use: text,
  text,
  line: texts,
  city: text,
  state: text,
  postalCode: text,
  country: text,
});

const person = {
  id: text,
  identifier: list(identifier),
  name: list(humanName),
  telecom: list(telecom),
  gender: text,
};

export const patientResource = z.object({
  ...person,
  birthDate: text,
  deceasedDateTime: text,
  address: list(address),
  contact: list(z.object({ relationship: list(codeable), name: humanName.optional(), telecom: list(telecom) })),
  generalPractitioner: list(reference),
});

export const practitionerResource = z.object(person);

export const practitionerRoleResource = z.object({
  practitioner: reference.optional(),
  specialty: list(codeable),
  telecom: list(telecom),
});

export const encounterResource = z.object({
  status: text,
  subject: reference.optional(),
  participant: list(z.object({ individual: reference.optional(), actor: reference.optional() })),
  period: z.object({ start: text }).optional(),
});

export type Identifier = z.infer<typeof identifier>;
export type Codeable = z.infer<typeof codeable>;
export type Reference = z.infer<typeof reference>;
export type HumanName = z.infer<typeof humanName>;
export type Telecom = z.infer<typeof telecom>;
export type Address = z.infer<typeof address>;
export type PatientResource = z.infer<typeof patientResource>;
export type PractitionerResource = z.infer<typeof practitionerResource>;

/** The resource in its shape, or which part of it is not as FHIR has it. */
export function parseResource<T>(
  shape: z.ZodType<T>,
  { type, resource }: { type: string; resource: object },
): { resource: T } | { reason: string } {
  const parsed = shape.safeParse(resource);
  if (parsed.success) return { resource: parsed.data };
  const part = parsed.error.issues[0]?.path.join('.') ?? '';
  return { reason: reason('badResource', { type, part }) };
}
