import { inspectFolder } from '#main/folders/inspect.ts';
import { explainMove, MoveError, moveDataFolder } from '#main/folders/move.ts';
import { explainOpening } from '#main/opening.ts';
import { translate } from '#main/texts.ts';
import { isAccepted, pickFolder } from './chooseFolder.ts';
import { ask } from './dialogs.ts';
import type { OpenDesktop } from './opening.ts';
import { keepFolder, keychainFor, type Place } from './place.ts';
import { restart } from './relaunch.ts';
import { showWaiting } from './waiting.ts';

/** Asks where to, moves the data there and starts again on it; on the old folder when it could not be moved. */
export async function offerMove(desktop: OpenDesktop, place: Place): Promise<void> {
  const answer = await ask({
    type: 'question',
    message: translate('folders.move.title'),
    detail: translate('folders.move.now', { folder: place.folder }),
    buttons: [translate('folders.other'), translate('folders.move.cancel')],
  });
  const folder = answer === 0 ? await pickFolder() : null;
  if (!folder || !(await isAccepted(inspectFolder(folder)))) return;
  const showProgress = showWaiting(translate('folders.move.working'), translate('folders.move.workingText'));
  await desktop.release();
  restart(await move(place, folder, showProgress));
}

/** Answers what the next start is to be told. */
async function move(place: Place, to: string, showProgress: (part: number) => void): Promise<string[]> {
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
