import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { app } from 'electron';

/** Does the system start Clinic Desk when this user signs in to the computer? */
export function startsAtLogin(): boolean {
  return process.platform === 'linux' ? existsSync(autostartFile()) : app.getLoginItemSettings(item()).openAtLogin;
}

/** Switches that on or off, for this user of the computer. Raises what the system says when it cannot be. */
export function startAtLogin(on: boolean): void {
  if (process.platform !== 'linux') app.setLoginItemSettings({ openAtLogin: on, ...item() });
  else if (on) writeAutostart();
  else rmSync(autostartFile(), { force: true });
}

function item(): { path: string; args: string[] } {
  const [path = '', ...args] = program();
  return { path, args };
}

function writeAutostart(): void {
  const file = autostartFile();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, autostartEntry(program()));
}

/** Linux has no call for it, but a folder that every desktop reads. */
const autostartFile = () =>
  join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'autostart', 'clinic-desk.desktop');

/** What starts this program: itself, or, unpacked, Electron on its folder. */
function program(): string[] {
  if (!app.isPackaged) return [process.execPath, app.getAppPath()];
  return [process.env.APPIMAGE ?? process.execPath];
}

function autostartEntry(words: string[]): string {
  const exec = words.map(quoted).join(' ');
  return `[Desktop Entry]\nType=Application\nName=Clinic Desk\nExec=${exec}\nX-GNOME-Autostart-enabled=true\n`;
}

/** In `Exec` a path stands in quotes, with `"`, `$`, backtick and backslash escaped, and `%` doubled. */
function quoted(word: string): string {
  const escaped = word
    .replace(/[\\"`$]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%');
  return `"${escaped}"`;
}
