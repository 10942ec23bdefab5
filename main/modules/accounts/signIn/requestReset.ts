import { plainName } from '#contract/ground/names.ts';
import { countUsersAt } from '#db/queries/accounts/signInNames.ts';
import { getUser, type User } from '#db/queries/accounts/users.ts';
import type { CallContext } from '#main/call/context.ts';
import { issueResetCode } from '#main/services/credentials/resetCodes.ts';
import { mailProblem } from '#main/services/mail.ts';
import { findAccount, holdersOf } from '#main/services/users.ts';
import { translate } from '#main/texts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How soon the same account may ask again. */
const AGAIN_MS = { mail: 10 * MINUTE, administrators: HOUR };
const asked = new WeakMap<object, Map<number, number>>();

/**
 * Somebody forgot their password: a code goes to their e-mail address where the clinic has a mail server, otherwise those who
 * can help are told. Neither the answer nor its time say whether there is such an account.
 */
export async function requestReset(context: CallContext, input: { username: string }) {
  const { db, mailer, backgroundTasks } = context.services;
  const byMail = mailer.isSet();
  const account = await findAccount(db, input.username);
  if (account?.isActive && mayAsk(context, account.id, byMail ? AGAIN_MS.mail : AGAIN_MS.administrators))
    backgroundTasks.run('password reset', () => help(context, account));
  return { message: { key: byMail ? 'accounts.resetMailed' : 'accounts.resetRequested' } };
}

function mayAsk({ services }: CallContext, userId: number, again: number): boolean {
  const times = asked.get(services) ?? new Map<number, number>();
  asked.set(services, times);
  const [now, last] = [services.clock.monotonic(), times.get(userId)];
  if (last !== undefined && now - last < again) return false;
  times.set(userId, now);
  return true;
}

/** By mail where that can be done; by the administrators where not. */
async function help(context: CallContext, account: User): Promise<void> {
  const { services, connection } = context;
  if (await mailCode(context, account)) return;
  const params = { name: plainName(account), workstation: connection.station.workstation };
  for (const userId of await holdersOf(services.db, 'users.view', 'users.change'))
    await services.messages.add(userId, { level: 'warning', key: 'accounts.resetAsked', params });
}

/** True when a code is on its way. An address that several share is nobody's own, and gets none. */
async function mailCode(context: CallContext, { id, email, source }: User): Promise<boolean> {
  const { db, mailer, log } = context.services;
  if (!mailer.isSet() || email === '' || source !== 'local') return false;
  if ((await db.read((reader) => countUsersAt(reader, email))) > 1) return false;
  const issued = await issueCode(context, id);
  if (issued?.row.email !== email) return false;
  try {
    await mailer.send({ to: email, ...textsOf(context, issued) });
    return true;
  } catch (error) {
    log.warn({ event: 'mail', problem: mailProblem(error) }, 'a reset code could not be sent');
    return false;
  }
}

interface Issued {
  row: User;
  code: string;
  expiresAt: number;
}

/** The same code that an administrator would print; null when the account has been shut meanwhile. */
function issueCode({ services, connection }: CallContext, userId: number): Promise<Issued | null> {
  const { db, audit, clock, settings, codeKey } = services;
  const at = clock.now();
  const expiresAt = at + settings.get('accounts').resetCodeHours * HOUR;
  return db.write(async (tx) => {
    const row = await getUser(tx, userId);
    if (!row?.isActive) return null;
    const code = await issueResetCode(tx, codeKey, row, expiresAt);
    const place = { userId: null, workstation: connection.station.workstation, outcome: 'ok' };
    const what = { procedure: 'accounts.requestReset', action: 'update', entity: 'user', entityId: userId };
    await audit.append(tx, [{ at, ...place, ...what, details: { resetCode: 'mailed' } }]);
    return { row, code, expiresAt };
  });
}

function textsOf({ services, connection }: CallContext, { row, code, expiresAt }: Issued) {
  const clinic = services.settings.get('clinicName') || translate('common.product');
  const until = new Date(expiresAt).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' });
  const params = { clinic, code, until, name: plainName(row), username: row.username };
  const place = { workstation: connection.station.workstation };
  return {
    subject: translate('mail.resetCode.subject', params),
    text: translate('mail.resetCode.text', { ...params, ...place }),
  };
}
