import {
  addSuperuser,
  checkSuperuserField,
  type NewSuperuser,
  type SuperuserField,
  superuserHash,
} from '#main/modules/accounts/signIn/terminal.ts';
import type { Services } from '#main/services/index.ts';
import { translate } from '#main/texts.ts';
import { withBackend } from './openBackend.ts';
import { type CommonOptions, command, print } from './output.ts';
import { newPassword } from './passwords.ts';
import { ask, askUntilAccepted, isSomebodyThere } from './prompts.ts';
import { CommandError } from './run.ts';
import { askSuperuser, type SuperuserOptions } from './superuser.ts';

type Options = CommonOptions & SuperuserOptions & Partial<NewSuperuser>;

/** Asked for in this order; who gives none of the optional ones has none. */
const FIELDS = [
  { field: 'username', option: '--username', required: true },
  { field: 'givenName', option: '--given-name', required: false },
  { field: 'familyName', option: '--family-name', required: true },
  { field: 'email', option: '--email', required: false },
] as const satisfies Array<{ field: SuperuserField; option: string; required: boolean }>;

export const createSuperuserCommand = command('createsuperuser')
  .option('--username <name>', translate('cli.createsuperuser.username'))
  .option('--given-name <name>', translate('cli.createsuperuser.givenName'))
  .option('--family-name <name>', translate('cli.createsuperuser.familyName'))
  .option('--email <address>', translate('cli.createsuperuser.email'))
  .option('--as <username>', translate('cli.option.as'))
  .option('--password-stdin', translate('cli.option.passwordStdin'))
  .action(createSuperuser);

async function createSuperuser(options: Options): Promise<void> {
  const row = await withBackend(options.data, async ({ services }) => {
    const by = await askSuperuser(services, 'createsuperuser', options);
    const values: NewSuperuser = { username: '', givenName: '', familyName: '', email: '' };
    for (const entry of FIELDS) values[entry.field] = await answerFor(services, entry, options);
    const hash = await newPassword(options, (password) => superuserHash(services, values, password));
    return addSuperuser(services, by, values, hash);
  });
  const { id, username } = row;
  print(options, { user: { id, username } }, () => translate('cli.createsuperuser.done', { username }));
}

/** The option's value, or what somebody answers; what is wrong with an option ends the command. */
async function answerFor(services: Services, entry: (typeof FIELDS)[number], options: Options): Promise<string> {
  const { field, option, required } = entry;
  const given = options[field];
  if (given !== undefined) return checkSuperuserField(services, field, given);
  if (options.passwordStdin || !isSomebodyThere()) {
    if (required) throw new CommandError(translate('cli.error.optionMissing', { field, option }));
    return '';
  }
  return askUntilAccepted(async () => checkSuperuserField(services, field, await ask(translate(`cli.ask.${field}`))));
}
