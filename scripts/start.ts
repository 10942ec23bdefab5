import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { FAULT_EXIT, SOONEST_AGAIN_MS } from '#main/faultExit.ts';
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

/** Runs the program in the foreground and ends as it ends; signals go to it. What a fault ended is started again, once a minute. */
function run(command: string, args: string[], startedAgain = Number.NEGATIVE_INFINITY): void {
  const child = spawn(command, args, { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const pass = (signal: NodeJS.Signals) => void child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  child.on('exit', (code) => {
    for (const signal of signals) process.off(signal, pass);
    const now = performance.now();
    if (code !== FAULT_EXIT || now - startedAgain < SOONEST_AGAIN_MS) process.exit(code ?? 1);
    run(command, args, now);
  });
}
