import { resolve } from 'node:path';
import { explainMove, MoveError, moveDataFolder } from '#main/folders/move.ts';
import { explainOpening } from '#main/folders/opening.ts';
import { audit } from '#main/modules/accounts/signIn/superuserAt.ts';
import { translate } from '#main/texts.ts';
import { existingFolder, withBackend } from './openBackend.ts';
import { type CommonOptions, command, print, progressBar } from './output.ts';
import { CommandError } from './run.ts';
import { askSuperuser, type SuperuserOptions } from './superuser.ts';
import { terminal } from './terminal.ts';

export const moveCommand = command('move')
  .argument('<folder>', translate('cli.move.folder'))
  .option('--as <username>', translate('cli.option.as'))
  .option('--password-stdin', translate('cli.option.passwordStdin'))
  .action(move);

/** Moves the data; where the app keeps a choice of folder, the new one is kept from then on. */
async function move(to: string, options: CommonOptions & SuperuserOptions): Promise<void> {
  const { keychain, keepFolder } = terminal();
  const bar = progressBar();
  const from = existingFolder(options.data);
  await agree(from, resolve(to), options);
  const moved = await moveDataFolder(from, resolve(to), {
    keychain,
    onProgress: (done, total) => bar.show({ label: translate('cli.move.copying'), done, total }),
    keepFolder: (folder) => keepFolder?.(folder),
  }).catch((error: unknown) => {
    throw new CommandError(error instanceof MoveError ? explainMove(error) : explainOpening(error, from).sentence);
  });
  bar.clear();
  const words = keepFolder ? 'cli.move.done' : 'cli.move.doneWithData';
  print(options, moved, () => translate(words, { ...moved }));
}

/** Key and data leave their place together, so a superuser has to agree, and the audit that goes along says so. */
async function agree(from: string, to: string, options: SuperuserOptions): Promise<void> {
  await withBackend(from, async ({ services }) => {
    const by = await askSuperuser(services, 'move', options);
    await services.db.write((tx) => audit(services, tx, { command: 'move', by, details: { from, to } }));
  });
}
