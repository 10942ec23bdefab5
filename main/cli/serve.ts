import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { FAULT_EXIT } from '#main/faultExit.ts';
import { openPrivately } from '#main/hosts/browser/open.ts';
import { serveToBrowser } from '#main/hosts/browser/server.ts';
import { meetFaults } from '#main/lastResort.ts';
import { rendererFolder } from '#main/root.ts';
import { translate } from '#main/texts.ts';
import { openBackend } from './openBackend.ts';
import { CommandError } from './run.ts';

interface Options {
  port: number;
  data?: string;
  open: boolean;
}

export const serveCommand = new Command('serve')
  .description('serve the app to a browser on this computer')
  .option('--port <number>', 'the port to listen on; 0 takes a free one', toPort, 0)
  .option('--data <folder>', 'the data folder')
  .option('--no-open', 'do not open the browser')
  .action((options: Options) => serveFolder(options));

/** Serves a data folder, with the files of `page`, until the process is told to stop; then leaves the process. */
export async function serveFolder(options: Options, page = rendererFolder): Promise<void> {
  if (!existsSync(join(page, 'index.html')))
    throw new CommandError('The page is not built yet: run npm run build first.');
  const { backend, close } = await openBackend(options.data);
  const host = await serveToBrowser(backend, page, options.port).catch(async (error: NodeJS.ErrnoException) => {
    await close();
    throw error.code === 'EADDRINUSE'
      ? new CommandError(`Port ${options.port} is taken: choose another one with --port.`)
      : error;
  });
  meetFaults({ close: () => host.close().finally(close), leave: endAtFault }).logTo(backend.services.log);
  process.stdout.write(`Clinic Desk is ready at ${host.url}\n`);
  const stopped = stopSignal();
  const removePage = options.open ? await openPrivately(host.url) : () => undefined;
  await stopped;
  removePage();
  await host.close();
  await close();
  process.exit(0);
}

/** It does not start again by itself: pages hold the cookie of this process, and a terminal cannot be handed on. */
function endAtFault(id: string): void {
  process.stderr.write(`${translate('program.servingEnded', { id })}\n`);
  process.exit(FAULT_EXIT);
}

function stopSignal(): Promise<unknown> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

function toPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a port is a number from 0 to 65535');
  return port;
}
