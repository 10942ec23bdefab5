import { resolve } from 'node:path';
import { explainMove, MoveError, moveDataFolder } from '#main/folders/move.ts';
import { explainOpening } from '#main/opening.ts';
import { translate } from '#main/texts.ts';
import { existingFolder } from './openBackend.ts';
import { type CommonOptions, command, print, progressBar } from './output.ts';
import { CommandError } from './run.ts';
import { terminal } from './terminal.ts';

export const moveCommand = command('move').argument('<folder>', translate('cli.move.folder')).action(move);

/** Moves the data; where the app keeps a choice of folder, the new one is kept from then on. */
async function move(to: string, options: CommonOptions): Promise<void> {
  const { keychain, keepFolder } = terminal();
  const bar = progressBar();
  const from = existingFolder(options.data);
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
