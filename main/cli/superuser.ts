import type { User } from '#db/queries/accounts/users.ts';
import {
  checkSuperuserCode,
  checkSuperuserPassword,
  hasSuperuser,
  type TerminalCommand,
} from '#main/modules/accounts/signIn/superuserAt.ts';
import type { Services } from '#main/services/index.ts';
import { translate } from '#main/texts.ts';
import type { PasswordOptions } from './passwords.ts';
import { ask, isSomebodyThere, pipedLine } from './prompts.ts';
import { CommandError } from './run.ts';

export interface SuperuserOptions extends PasswordOptions {
  as?: string;
}

/** Where a script may give the superuser's secrets; they are never arguments, which everybody could list. */
const PASSWORD = 'CLINIC_SUPERUSER_PASSWORD';
const CODE = 'CLINIC_SUPERUSER_CODE';

/**
 * The superuser who stands behind a command that changes who may do what: with password and, where there is one, second
 * factor, as at a sign-in. Null where the clinic has no superuser yet, since then nobody could agree.
 */
export async function askSuperuser(
  services: Services,
  command: TerminalCommand,
  options: SuperuserOptions,
): Promise<User | null> {
  if (!(await hasSuperuser(services))) return null;
  const typed = {
    username: options.as ?? (await askedName(options)),
    password: await secret(options, PASSWORD, 'superuserPassword', 'superuserNeeded'),
  };
  const { row, needsCode } = await checkSuperuserPassword(services, command, typed);
  if (needsCode) {
    const code = await secret(options, CODE, 'superuserCode', 'codeNeeded');
    await checkSuperuserCode(services, command, row, code);
  }
  return row;
}

function askedName({ passwordStdin }: SuperuserOptions): Promise<string> {
  if (passwordStdin || !isSomebodyThere()) throw missing('superuserNeeded', PASSWORD);
  process.stderr.write(`${translate('cli.ask.superuser')}\n`);
  return ask(translate('cli.ask.superuserName'));
}

/** What the environment holds, or the next line that is piped in, or what somebody types. */
async function secret(options: SuperuserOptions, variable: string, question: string, lacking: string): Promise<string> {
  const given = process.env[variable] || (options.passwordStdin ? await pipedLine() : undefined);
  if (given) return given;
  if (options.passwordStdin || !isSomebodyThere()) throw missing(lacking, variable);
  return ask(translate(`cli.ask.${question}`), { hidden: true });
}

const missing = (key: string, variable: string) => new CommandError(translate(`cli.error.${key}`, { variable }));
