import * as z from 'zod';
import { password, username } from '#contract/accounts/signIn.ts';
import { requiredLine } from '#contract/ground/fields.ts';
import { personForm } from '#contract/ground/person.ts';
import { client } from '#renderer/client.ts';

/** What the wizard asks, over all its steps. */
export const setupSchema = personForm
  .pick({ givenName: true, familyName: true })
  .extend({
    clinicName: requiredLine(120),
    username,
    password,
    again: z.string(),
    /** How many demo patients to make; none at 0. */
    demo: z.enum(['0', '200', '5000', '50000']),
  })
  .refine((values) => values.password === values.again, { path: ['again'], message: 'validation.passwordsDiffer' });
export type SetupValues = z.input<typeof setupSchema> & { givenName: string };

export const emptySetup: SetupValues = {
  clinicName: '',
  givenName: '',
  familyName: '',
  username: '',
  password: '',
  again: '',
  demo: '0',
};

/** The step on which a field stands. */
export function stepOf(path: string): number {
  if (path === 'clinicName') return 0;
  return path === 'demo' ? 2 : 1;
}

/** What a password must not be made of. */
export const aboutAdministrator = (values: SetupValues): string[] =>
  [values.clinicName, values.givenName, values.familyName, values.username].filter((text) => text !== '');

/** Makes the clinic and, when asked, starts to fill it; answers where the window goes then. */
export async function setUp(values: SetupValues): Promise<string> {
  const { clinicName, demo, givenName, familyName, username: name, password: secret } = values;
  await client.accounts.setup({
    clinicName,
    administrator: { givenName, familyName, username: name, password: secret },
  });
  if (demo === '0') return '/';
  const { jobId } = await client.imports.demo({ patients: Number(demo) });
  return `/import?job=${encodeURIComponent(jobId)}`;
}
