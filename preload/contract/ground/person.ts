import * as z from 'zod';
import { email, line, phone, requiredLine } from './fields.ts';

/** What every person has; the forms of patients, doctors and users extend this one and show it in this order. */
export const personForm = z.strictObject({
  familyName: requiredLine(120),
  givenName: line(120).default(''),
  middleName: line(120).default(''),
  prefix: line(40).default(''),
  suffix: line(40).default(''),
  phone: phone.default(''),
  email: email.default(''),
});

export const personName = z.object({
  prefix: z.string(),
  givenName: z.string(),
  middleName: z.string(),
  familyName: z.string(),
  suffix: z.string(),
});
export type PersonName = z.infer<typeof personName>;

/** A person as stored: the form's fields, and the photo if there is one. */
export const person = personName.extend({ phone: z.string(), email: z.string(), photoId: z.string().nullable() });
