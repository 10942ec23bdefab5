import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { AfterPackContext } from 'electron-builder';

/** The native files that run, by the end of their path; `$` stands for platform and architecture. */
const NATIVE = [
  /^node_modules\/better-sqlite3\/prebuilds\/\$\.node$/,
  /^node_modules\/argon2\/prebuilds\/\$\/argon2\.[\w.]*node$/,
  /^node_modules\/@img\/sharp-\$\/.*\.(node|dll)$/,
  /^node_modules\/@img\/sharp-libvips-\$\/.*\.(so|dylib)(\.[\d.]+)?$/,
];
const ARCHITECTURES: Record<number, string> = { 0: 'ia32', 1: 'x64', 3: 'arm64' };

/**
 * After the program was put together, before it is signed: refuses a package with native code that does not belong in it,
 * and leaves the hash by which the program knows its own archive where the system offers nothing better (Linux).
 */
export async function afterPack({ appOutDir, packager, electronPlatformName, arch }: AfterPackContext) {
  const resources = packager.getResourcesDir(appOutDir);
  // Electron's own demonstration app, which comes with an unpacked Electron.
  rmSync(join(resources, 'default_app.asar'), { force: true });
  refuseForeign(join(resources, 'app.asar.unpacked'), `${electronPlatformName}-${ARCHITECTURES[arch]}`);
  if (electronPlatformName !== 'linux') return;
  const archive = join(resources, 'app.asar');
  writeFileSync(`${archive}.sha256`, `${createHash('sha256').update(readFileSync(archive)).digest('hex')}\n`);
}

function refuseForeign(folder: string, machine: string): void {
  const files = filesIn(folder).map((path) => relative(folder, path).split(sep).join('/'));
  const native = files.map((path) => path.replaceAll(machine, '$'));
  const foreign = native.filter((path) => !NATIVE.some((pattern) => pattern.test(path)));
  const missing = NATIVE.slice(0, 3).filter((pattern) => !native.some((path) => pattern.test(path)));
  if (foreign.length > 0) throw new Error(`does not run on ${machine}, but would be packed: ${foreign.join(', ')}`);
  if (missing.length > 0) throw new Error(`no native code for ${machine}: ${missing.join(', ')}`);
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
