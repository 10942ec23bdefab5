import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.ts';
import { findElectron, sandboxFlags } from './electron.ts';

const { values } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    port: { type: 'string' },
    data: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
  },
});

const data = values.data ? [`--data=${values.data}`] : [];
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

buildIfStale();
const electron = values.browser ? null : findElectron();
if (electron && hasDisplay) run(electron.executable, ['.', ...sandboxFlags, ...data]);
else {
  if (!values.browser) {
    process.stdout.write(
      `${electron ? 'There is no display' : 'Electron cannot be had'} here; serving the same app to a browser on this machine.\n`,
    );
  }
  const port = values.port ? [`--port=${values.port}`] : [];
  run(process.execPath, ['main/cli.ts', 'serve', ...port, ...data, ...(values['no-open'] ? ['--no-open'] : [])]);
}

/** Runs the program in the foreground and ends as it ends; signals go to it. */
function run(command: string, args: string[]): void {
  const child = spawn(command, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}
