import { dialog } from 'electron';
import { type FolderReport, inspectFolder } from '#main/folders/inspect.ts';
import { makeFolder } from '#main/folders/make.ts';
import { folderMeant, offeredFolders, sharedDataFolder } from '#main/folders/places.ts';
import { translate } from '#main/texts.ts';
import { ask, attended } from './dialogs.ts';

/** Asks where the data lives, until the answer can be used; null when somebody gives up. Nothing is made before that. */
export async function chooseFolder(): Promise<string | null> {
  const { personal, shared } = offeredFolders();
  const offers = [
    { label: translate('folders.personal'), folder: personal },
    ...(shared ? [{ label: translate('folders.shared'), folder: shared }] : []),
  ];
  for (;;) {
    const answer = await ask({
      type: 'question',
      message: translate('folders.title'),
      detail: [translate('folders.text'), ...offers.map(({ label, folder }) => `${label}: ${folder}`)].join('\n\n'),
      buttons: [...offers.map(({ label }) => label), translate('folders.other'), translate('folders.quit')],
    });
    if (answer > offers.length) return null;
    const folder = offers[answer]?.folder ?? (await pickFolder());
    if (folder && (await isAccepted(inspectFolder(folder)))) return prepared(folder);
  }
}

/** The system's own dialog for a folder; null when it is closed. */
export async function pickFolder(): Promise<string | null> {
  const { filePaths } = await attended(
    dialog.showOpenDialog({
      title: translate('folders.choose'),
      properties: ['openDirectory', 'createDirectory'],
    }),
  );
  return filePaths[0] ? folderMeant(filePaths[0]) : null;
}

/** Says what speaks against a folder; true when it can be used and somebody wants it all the same. */
export async function isAccepted({ path, hasData, problem, warnings }: FolderReport): Promise<boolean> {
  if (problem) {
    await ask({
      type: 'error',
      message: translate('folders.unfit', { folder: path }),
      detail: translate(`folders.${problem}`),
      buttons: [translate('folders.another')],
    });
    return false;
  }
  if (warnings.length === 0) return true;
  const lines = warnings.map(({ kind, ...params }) => translate(`folders.warning.${kind}`, params));
  const answer = await ask({
    type: 'warning',
    message: translate('folders.newTitle', { folder: path }),
    detail: [...lines, translate(hasData ? 'folders.existingText' : 'folders.newText')].join('\n\n'),
    buttons: [translate('folders.another'), translate('folders.useAnyway')],
    cancelId: 0,
  });
  return answer === 1;
}

/** A shared folder on macOS is made for the group that every user is in; its files follow. */
function prepared(folder: string): string {
  if (folder === sharedDataFolder() && process.platform === 'darwin') {
    makeFolder(folder, 0o2770);
  }
  return folder;
}
