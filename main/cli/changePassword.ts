import { findUser, replacePassword, superuserHash } from '#main/modules/accounts/signIn/terminal.ts';
import { Refusal } from '#main/refusal.ts';
import { translate } from '#main/texts.ts';
import { existingFolder, withBackend } from './openBackend.ts';
import { type CommonOptions, command, print } from './output.ts';
import { newPassword } from './passwords.ts';
import { CommandError } from './run.ts';
import { askSuperuser, type SuperuserOptions } from './superuser.ts';

export const changePasswordCommand = command('changepassword')
  .argument('<username>', translate('cli.changepassword.username'))
  .option('--as <username>', translate('cli.option.as'))
  .option('--password-stdin', translate('cli.option.passwordStdin'))
  .action(changePassword);

async function changePassword(name: string, options: CommonOptions & SuperuserOptions): Promise<void> {
  const username = await withBackend(existingFolder(options.data), async ({ services }) => {
    const by = await askSuperuser(services, 'changepassword', options);
    const row = await findUser(services, name).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      throw new CommandError(translate('cli.error.noUser', { username: name }));
    });
    const hash = await newPassword(options, (password) => superuserHash(services, row, password));
    await replacePassword(services, by, row, hash);
    return row.username;
  });
  print(options, { user: { username } }, () => translate('cli.changepassword.done', { username }));
}
