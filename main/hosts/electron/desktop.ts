import { app, Menu } from 'electron';
import type { CommandLine } from '#main/commandLine.ts';
import { openDesktop } from './app.ts';
import { isFirst, registerLinks } from './instance.ts';
import { findPlace, type Place } from './place.ts';
import { registerSchemes } from './scheme.ts';
import { closeNetwork } from './walls.ts';

/** Everything that must happen before Electron is ready; then the window. To be called once, at the very start. */
export function startDesktop({ data, link }: CommandLine): void {
  // Ours comes a little later; without this Electron would build one of its own first.
  Menu.setApplicationMenu(null);
  const place = findPlace(data);
  if (isFirst(link)) void openWhenReady(place, link);
  else app.exit();
}

async function openWhenReady(place: Place, link: string | null): Promise<void> {
  registerSchemes();
  closeNetwork();
  app.on('window-all-closed', () => app.quit());
  await app.whenReady();
  registerLinks();
  await openDesktop(place, link);
}
