import * as z from 'zod';
import { email, line, phone, requiredLine } from './fields.ts';
import { storedFields } from './shape.ts';

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

export const personName = storedFields(personForm).pick({
  prefix: true,
  givenName: true,
  middleName: true,
  familyName: true,
  suffix: true,
});
export type PersonName = z.infer<typeof personName>;

/** What is kept of a person beside their form. */
export const withPhoto = { photoId: z.string().nullable() };

/** A person as stored: the form's fields, and the photo if there is one. */
export const person = storedFields(personForm).extend(withPhoto);
