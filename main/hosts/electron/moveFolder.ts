import type { Backend } from '#main/backend.ts';
import { inspectFolder } from '#main/folders/inspect.ts';
import { explainMove, MoveError, moveDataFolder } from '#main/folders/move.ts';
import { explainOpening } from '#main/folders/opening.ts';
import type { FolderMover } from '#main/ports.ts';
import type { Station } from '#main/services/stations.ts';
import { translate } from '#main/texts.ts';
import { isAccepted, pickFolder } from './chooseFolder.ts';
import { ask } from './dialogs.ts';
import { type Installation, keepFolder, keychainFor } from './installation.ts';
import { restart } from './relaunch.ts';
import { showWaiting } from './waiting.ts';
import { frontWindow } from './window.ts';

/** The menu's item: the page in front asks main for the move, so that main's rules say who may. */
export async function offerMove({ services }: Backend, station: Station): Promise<void> {
  const isOpen = (await services.sessions.current(station)) !== null;
  const window = isOpen ? frontWindow() : null;
  if (window) window.webContents.send('clinic-desk:moveData');
  else await say('info', 'folders.move.signInFirst', translate('folders.move.signInFirstText'));
}

/** Moves the data of `place` once `release` has given it free, and starts again on it; on the old folder if it failed. */
export function folderMover(place: Installation, release: () => Promise<void>): FolderMover {
  return {
    choose: () => chooseTarget(place.folder),
    begin: (to) => setImmediate(() => void moveAndRestart(place, to, release)),
  };
}

async function chooseTarget(from: string): Promise<string | null> {
  const answer = await ask({
    type: 'question',
    message: translate('folders.move.title'),
    detail: translate('folders.move.now', { folder: from }),
    buttons: [translate('folders.other'), translate('folders.move.cancel')],
  });
  const folder = answer === 0 ? await pickFolder() : null;
  return folder && (await isAccepted(inspectFolder(folder))) ? folder : null;
}

async function moveAndRestart(place: Installation, to: string, release: () => Promise<void>): Promise<void> {
  const showProgress = showWaiting(translate('folders.move.working'), translate('folders.move.workingText'));
  await release();
  restart(await move(place, to, showProgress));
}

/** Answers what the next start is to be told. */
async function move(place: Installation, to: string, showProgress: (part: number) => void): Promise<string[]> {
  const from = place.folder;
  const stays = place.isGiven ? [`--data=${from}`] : [];
  try {
    const keep = place.isGiven ? () => undefined : keepFolder;
    const { folder, old } = await moveDataFolder(from, to, {
      keychain: keychainFor(from),
      keepFolder: keep,
      onProgress: (done, total) => showProgress(done / total),
    });
    await say('info', 'folders.move.done', translate('folders.move.kept', { folder, old }));
    return place.isGiven ? [`--data=${folder}`] : [];
  } catch (error) {
    const reason = error instanceof MoveError ? explainMove(error) : explainOpening(error, from).sentence;
    await say('error', 'folders.move.failed', reason);
    return stays;
  }
}

const say = (type: 'info' | 'error', key: string, detail: string) =>
  ask({ type, message: translate(key), detail, buttons: [translate('common.close')] });
