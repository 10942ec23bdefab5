import { app } from 'electron';
import { type Installation, keepFolder } from './installation.ts';

/** Starts the program again on another folder: kept for the next starts too, unless this one was only given by `--data`. */
export function startOn(folder: string, place: Installation): void {
  if (!place.isGiven) keepFolder(folder);
  restart(place.isGiven ? [`--data=${folder}`] : []);
}

/** Starts the program again; nothing of this process runs on. */
export function restart(words: readonly string[]): void {
  const kept = process.argv.slice(1).filter((word) => !word.startsWith('--data=') && !word.includes('://'));
  // An AppImage runs from a mount that goes away with this process.
  const { APPIMAGE } = process.env;
  app.relaunch({ args: [...kept, ...words], ...(APPIMAGE ? { execPath: APPIMAGE } : {}) });
  app.exit();
}
