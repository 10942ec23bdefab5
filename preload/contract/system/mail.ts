import * as z from 'zod';
import { sentenceSchema } from '../ground/errors.ts';
import { email, line } from '../ground/fields.ts';
import { procedure } from '../ground/procedure.ts';

export const mailSettings = z.strictObject({
  /** Name or address of the mail server; empty while there is none. */
  host: line(253)
    .refine((value) => /^[\w.:-]*$/.test(value), 'validation.invalid')
    .default(''),
  port: z.int().min(1).max(65_535).default(587),
  /** `starttls`: a plain connection is encrypted before anything else is said. `tls`: encrypted from the first byte. */
  security: z.enum(['starttls', 'tls', 'none']).default('starttls'),
  /** Certificates are checked; the clinic's own authority may stand here as PEM. */
  certificateAuthority: z.string().max(20_000).default(''),
  /** Left empty where the server asks for none. */
  account: line(254).default(''),
  password: z.string().max(1024).default(''),
  /** Whom mails come from. */
  sender: email.default(''),
});
export type MailSettings = z.infer<typeof mailSettings>;

/** The clinic's mail server, for codes that are sent to people. */
export const mail = {
  /** Sends a mail to the one who asks; answers what is wrong when that cannot be done. */
  test: procedure({ access: 'policy.change', effect: 'write', audit: { action: 'check', entity: 'settings' } }).output(
    z.object({ problem: sentenceSchema.nullable() }),
  ),
};
