import * as z from 'zod';
import { procedure } from '../ground/procedure.ts';

export const pages = {
  /** Somebody opens a page; `page` is its place without the records' numbers, such as `/patients/$patientId`. */
  visit: procedure({ access: 'signedIn', effect: 'write', quiet: true })
    .input(
      z.strictObject({
        page: z
          .string()
          .max(80)
          .regex(/^\/[\w/$-]*$/, 'validation.invalid'),
      }),
    )
    .output(z.object({})),
};
