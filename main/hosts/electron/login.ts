import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { app } from 'electron';

/** Does the system start Clinic Desk when this user signs in to the computer? */
export function startsAtLogin(): boolean {
  return process.platform === 'linux' ? existsSync(autostartFile()) : app.getLoginItemSettings().openAtLogin;
}

/** Switches that on or off, for this user of the computer. */
export function startAtLogin(on: boolean): void {
  if (process.platform !== 'linux') app.setLoginItemSettings({ openAtLogin: on });
  else if (on) writeAutostart();
  else rmSync(autostartFile(), { force: true });
}

function writeAutostart(): void {
  const file = autostartFile();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, autostartEntry(process.env.APPIMAGE ?? process.execPath));
}

/** Linux has no call for it, but a folder that every desktop reads. */
const autostartFile = () =>
  join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'autostart', 'clinic-desk.desktop');

/** In `Exec` a path stands in quotes, with `"`, `$`, backtick and backslash escaped, and `%` doubled. */
function autostartEntry(program: string): string {
  const quoted = program
    .replace(/[\\"`$]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%');
  return `[Desktop Entry]\nType=Application\nName=Clinic Desk\nExec="${quoted}"\nX-GNOME-Autostart-enabled=true\n`;
}
