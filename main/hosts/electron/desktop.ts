import { app, Menu } from 'electron';
import type { CommandLine } from '#main/commandLine.ts';
import { openDesktop } from './app.ts';
import { findInstallation, type Installation } from './installation.ts';
import { isFirst, registerLinks } from './instance.ts';
import { closeNetwork } from './restrictions.ts';
import { registerSchemes } from './scheme.ts';

/** Everything that must happen before Electron is ready; then the window. To be called once, at the very start. */
export function startDesktop({ data, link }: CommandLine): void {
  // Ours comes a little later; without this Electron would build one of its own first.
  Menu.setApplicationMenu(null);
  const place = findInstallation(data);
  if (isFirst(link)) void openWhenReady(place, link);
  else app.exit();
}

async function openWhenReady(place: Installation, link: string | null): Promise<void> {
  registerSchemes();
  closeNetwork();
  app.on('window-all-closed', () => app.quit());
  await app.whenReady();
  registerLinks();
  await openDesktop(place, link);
}
