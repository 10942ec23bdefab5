import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Opens an address that carries a secret in the user's browser. Everybody on this computer can read what a program is
 * started with, so the browser is given a page that only this account can read, and which leads on. Answers how to remove
 * that page; where no browser can be started nothing happens.
 */
export async function openPrivately(address: string): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'clinic-desk-'));
  const file = join(folder, 'open.html');
  writeFileSync(file, `<!doctype html><meta http-equiv="refresh" content="0; url=${address}">`, { mode: 0o600 });
  const { default: open } = await import('open');
  await open(pathToFileURL(file).href).catch(() => undefined);
  return () => rmSync(folder, { recursive: true, force: true });
}
