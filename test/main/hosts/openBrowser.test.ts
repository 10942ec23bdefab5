import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { programRoot } from '#main/root.ts';

/** What everybody on the computer can see while the browser is started. */

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'clinic-open-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A browser that writes down what it was started with. */
function fakeBrowser(): { program: string; startedWith: string } {
  const [program, startedWith] = [join(home, 'browser'), join(home, 'started-with')];
  writeFileSync(
    program,
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${startedWith}.new'\nmv '${startedWith}.new' '${startedWith}'\n`,
  );
  chmodSync(program, 0o755);
  return { program, startedWith };
}

/** The built page need not be there: any page will do. */
function pageFolder(): () => void {
  const page = join(programRoot, 'out', 'renderer', 'index.html');
  if (existsSync(page)) return () => undefined;
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, '<!doctype html>');
  return () => rmSync(page);
}

describe.skipIf(process.platform !== 'linux')('the browser that is opened', () => {
  it('gets the one-time secret by a page that only this account can read, and which goes with the host', async () => {
    const { program, startedWith } = fakeBrowser();
    const removePage = pageFolder();
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
    const host = spawn(process.execPath, ['main/cli.ts', 'serve', '--data', join(home, 'data')], {
      cwd: programRoot,
      env: { ...env, BROWSER: program, XDG_CURRENT_DESKTOP: '', TMPDIR: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const address = await new Promise<string>((resolve) =>
      createInterface({ input: host.stdout }).once('line', (line) => resolve(line.split(' ').at(-1) ?? '')),
    );
    const secret = new URL(address).hash.slice('#secret='.length);
    expect(secret.length).toBeGreaterThan(40);
    await vi.waitFor(() => expect(existsSync(startedWith)).toBe(true), 20_000);
    const words = readFileSync(startedWith, 'utf8').trim();
    expect(words).not.toContain(secret);
    const page = words.startsWith('file:') ? fileURLToPath(words) : words;
    expect(readFileSync(page, 'utf8')).toContain(`url=${address}"`);
    expect([statSync(page), statSync(dirname(page))].map(({ mode }) => mode & 0o077)).toEqual([0, 0]);
    host.kill('SIGTERM');
    await new Promise((resolve) => host.once('exit', resolve));
    expect(existsSync(page)).toBe(false);
    removePage();
  });
});
