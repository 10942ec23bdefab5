import { dialog, Menu, type MenuItem, type MenuItemConstructorOptions } from 'electron';
import { translate } from '#main/texts.ts';
import { startAtLogin, startsAtLogin } from './login.ts';

export interface MenuActions {
  /** Opens another window. */
  newWindow(): void;
  /** Takes the focused window to a place in the app. */
  go(path: string): void;
  moveData(): void;
  saveReport(): void;
  about(): void;
}

/** The application menu; reload and developer tools are for developers only. */
export function buildMenu(actions: MenuActions, developer: boolean): Menu {
  const file: MenuItemConstructorOptions = {
    label: translate('menu.file'),
    submenu: [
      {
        id: 'newWindow',
        label: translate('menu.newWindow'),
        accelerator: 'CmdOrCtrl+Shift+N',
        click: () => actions.newWindow(),
      },
      { label: translate('menu.import'), click: () => actions.go('/import') },
      { type: 'separator' },
      { id: 'moveData', label: translate('menu.moveData'), click: () => actions.moveData() },
      {
        id: 'startAtLogin',
        label: translate('menu.startAtLogin'),
        type: 'checkbox',
        checked: startsAtLogin(),
        click: switchLogin,
      },
      { type: 'separator' },
      process.platform === 'darwin' ? { role: 'close' } : { role: 'quit', label: translate('menu.quit') },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: translate('menu.view'),
    submenu: [
      { id: 'zoomIn', role: 'zoomIn', label: translate('menu.zoomIn') },
      { id: 'zoomOut', role: 'zoomOut', label: translate('menu.zoomOut') },
      { id: 'resetZoom', role: 'resetZoom', label: translate('menu.resetZoom') },
      // The same without Shift (`+` where it needs none, `=` where it does), and on the number pad.
      ...(['CmdOrCtrl+=', 'CmdOrCtrl+numadd'] as const).map((key) => unseen('zoomIn', key)),
      unseen('zoomOut', 'CmdOrCtrl+numsub'),
      { type: 'separator' },
      { role: 'togglefullscreen', label: translate('menu.fullScreen') },
      ...(developer
        ? [{ type: 'separator' as const }, { role: 'reload' as const }, { role: 'toggleDevTools' as const }]
        : []),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: translate('menu.edit'),
    submenu: (['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] as const).map((role) => ({
      role,
      label: translate(`menu.${role}`),
    })),
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    label: translate('menu.help'),
    submenu: [
      { id: 'saveReport', label: translate('menu.saveReport'), click: () => actions.saveReport() },
      { id: 'about', label: translate('menu.about'), click: () => actions.about() },
    ],
  };
  return Menu.buildFromTemplate([
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    file,
    edit,
    view,
    help,
  ]);
}

/** A further key for an item of the menu. */
const unseen = (role: 'zoomIn' | 'zoomOut', accelerator: string): MenuItemConstructorOptions => ({
  role,
  accelerator,
  visible: false,
});

/** Does as the tick says, or tells why not; then the tick says how it is. */
function switchLogin(item: MenuItem): void {
  try {
    startAtLogin(item.checked);
  } catch (error) {
    dialog.showErrorBox(translate('menu.startAtLoginFailed'), error instanceof Error ? error.message : String(error));
  }
  item.checked = startsAtLogin();
}
