import { app } from 'electron';
import { readCommandLine } from './commandLine.ts';
import { refuseSwitches } from './hosts/electron/start.ts';

const line = readCommandLine(process.argv.slice(1));
refuseSwitches(line.unknown);

// As root (containers) the system sandbox cannot start and --no-sandbox is given; enabling ours then ends in a crash loop.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

if (line.command) {
  // Chromium's own remarks (no message bus, say) have no place among a command's.
  app.commandLine.appendSwitch('log-level', '3');
  const { hasDisplay, runInTerminal } = await import('./hosts/electron/terminal.ts');
  const ended = runInTerminal(line.command);
  if (!hasDisplay()) await ended;
} else {
  const { startDesktop } = await import('./hosts/electron/desktop.ts');
  startDesktop(line);
}
