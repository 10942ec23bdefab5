import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { translate } from '#main/texts.ts';

/** The application menu. `newWindow` opens another window; `go` takes the focused window to a place in the app. */
export function buildMenu(actions: { newWindow(): void; go(path: string): void }, developer: boolean): Menu {
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
      process.platform === 'darwin' ? { role: 'close' } : { role: 'quit', label: translate('menu.quit') },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: translate('menu.view'),
    submenu: [
      { role: 'zoomIn', label: translate('menu.zoomIn'), accelerator: 'CmdOrCtrl+=' },
      { role: 'zoomOut', label: translate('menu.zoomOut') },
      { role: 'resetZoom', label: translate('menu.resetZoom') },
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
  return Menu.buildFromTemplate([
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    file,
    edit,
    view,
  ]);
}

/** Takes the focused window to a place in the app, by the page's own router. */
export function goIn(path: string): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  window?.webContents.send('clinic-desk:go', path);
}
