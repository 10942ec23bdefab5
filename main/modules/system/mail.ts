import type { MailSettings } from '#contract/system/mail.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { api } from '#main/pipeline/index.ts';
import { Refusal, wrongField } from '#main/refusal.ts';
import { mailProblem } from '#main/services/mail.ts';
import { translate } from '#main/texts.ts';
import { changeSetting } from './settings.ts';

const { mail: procedures } = api;

export const handlers = {
  test: procedures.test.handler(async ({ context }) => ({ problem: await tryMail(context) })),
};

async function tryMail(context: Context): Promise<{ key: string } | null> {
  const { mailer, settings, log } = context.services;
  const { email } = callerOf(context);
  if (!mailer.isSet()) return { key: 'mail.notSet' };
  if (email === '') return { key: 'mail.noAddress' };
  const clinic = settings.get('clinicName');
  const texts = { subject: translate('mail.test.subject', { clinic }), text: translate('mail.test.text', { clinic }) };
  try {
    await mailer.send({ to: email, ...texts });
    return null;
  } catch (error) {
    log.warn({ event: 'mail', problem: mailProblem(error) }, 'a mail could not be sent');
    return { key: mailProblem(error) };
  }
}

/** Sets by which server mails are sent. Raises CONFLICT when somebody else was faster. */
export async function saveMail(context: Context, version: number, values: MailSettings): Promise<void> {
  // Whoever chooses the server reads the codes that are sent, also those for people who may do more than they.
  if (!callerOf(context).isSuperuser) throw new Refusal('FORBIDDEN');
  if (values.host !== '' && values.sender === '') throw wrongField('mail.sender', 'validation.required');
  await context.write((tx, change) =>
    changeSetting(context, { tx, change }, { name: 'mail', version }, (before) => {
      // The stored password goes to the server and the account it was given for, and to no other.
      const isSame = before.host === values.host && before.account === values.account;
      return { ...values, password: values.password || (isSame ? before.password : '') };
    }),
  );
}
