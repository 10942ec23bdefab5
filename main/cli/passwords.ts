import { wrongField } from '#main/refusal.ts';
import { translate } from '#main/texts.ts';
import { ask, askUntilAccepted, isSomebodyThere, pipedLine } from './prompts.ts';
import { CommandError } from './run.ts';

export interface PasswordOptions {
  passwordStdin?: boolean;
}

/** The environment variable a script may give a password in; it is never an argument, which everybody could list. */
const VARIABLE = 'CLINIC_PASSWORD';

/** The password a script gives, or null when somebody has to be asked. */
export async function givenPassword({ passwordStdin }: PasswordOptions): Promise<string | null> {
  if (passwordStdin) return (await pipedLine()) ?? '';
  const fromEnvironment = process.env[VARIABLE];
  if (fromEnvironment) return fromEnvironment;
  if (!isSomebodyThere()) throw new CommandError(translate('cli.error.noPassword', { variable: VARIABLE }));
  return null;
}

/**
 * The hash of the new password: the given one, or one typed twice without being shown, asked for again until `accept` (which
 * throws what is wrong with it) takes it.
 */
export async function newPassword(
  options: PasswordOptions,
  accept: (password: string) => Promise<string>,
): Promise<string> {
  const given = await givenPassword(options);
  if (given !== null) return accept(given);
  return askUntilAccepted(async () => {
    const typed = await ask(translate('cli.ask.password'), { hidden: true });
    const again = await ask(translate('cli.ask.passwordAgain'), { hidden: true });
    if (typed !== again) throw wrongField('password', 'validation.passwordsDiffer');
    return accept(typed);
  });
}
