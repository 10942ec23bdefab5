import { app } from 'electron';
import { startDesktop } from './hosts/electron/app.ts';
import { registerSchemes } from './hosts/electron/scheme.ts';

const dataFolder = app.commandLine.getSwitchValue('data') || undefined;

// As root (containers) the system sandbox cannot start and --no-sandbox is given; enabling ours then ends in a crash loop.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerSchemes();
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => startDesktop(dataFolder));
