import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BUNDLED_FOLDER } from './bundled.ts';

/** Writes the page with the licence of everything that is packed: what is bundled, and what lies beside the bundles. */

interface Manifest {
  name: string;
  version: string;
  license?: string;
  author?: string | { name: string };
  repository?: string | { url: string };
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const PAGE = join('out', 'renderer', 'licences.html');
/** Needed to build the native add-ons from source, never packed. */
const BUILD_ONLY = new Set(['cross-env', 'node-addon-api']);
/** Standard texts by SPDX id, for packages that only name their licence. */
const STANDARD_TEXTS = 'LICENSES';

const own = readManifest('.');
const bundled = readdirSync(BUNDLED_FOLDER).flatMap(
  (name) => JSON.parse(readFileSync(join(BUNDLED_FOLDER, name), 'utf8')) as string[],
);
const beside = Object.keys(own.dependencies ?? {}).flatMap((name) => withDependencies(name, join('.', 'package.json')));
const sections = new Map([...bundled, ...beside].map((folder) => section(folder)));
const names = [...sections.keys()].sort((a, b) => a.localeCompare(b));
writeFileSync(PAGE, page(names.map((name) => sections.get(name)).join('\n')));
process.stdout.write(`Licences of ${names.length} packages: ${PAGE}\n`);

/** The folders of a package and of everything it loads, as far as it is installed for this machine. */
function withDependencies(name: string, from: string): string[] {
  const folder = findPackage(name, from);
  if (!folder) return [];
  const { dependencies, optionalDependencies } = readManifest(folder);
  const next = Object.keys({ ...dependencies, ...optionalDependencies }).filter((other) => !BUILD_ONLY.has(other));
  return [folder, ...next.flatMap((other) => withDependencies(other, join(folder, 'package.json')))];
}

function findPackage(name: string, from: string): string | null {
  const places = createRequire(join(process.cwd(), from)).resolve.paths(name) ?? [];
  const found = places.map((place) => join(place, name)).find((folder) => existsSync(join(folder, 'package.json')));
  return found ?? null;
}

function section(folder: string): [string, string] {
  const manifest = readManifest(folder);
  const title = `${manifest.name} ${manifest.version}`;
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying|third-party)/i.test(file) && /(^[^.]+|\.(md|txt))$/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const shown = texts.length > 0 ? texts : standardTexts(manifest, folder);
  return [title, details(title, manifest.license ?? 'see its text', shown)];
}

/** What a package says of its licence that brings no text of it, and the standard text; fails where there is none. */
function standardTexts({ name, license = '', author, repository }: Manifest, folder: string): string[] {
  // The lesser licence is written as an addition to the general one.
  const files = (license.startsWith('LGPL-') ? [license, license.slice(1)] : [license]).map((id) =>
    join(STANDARD_TEXTS, `${id}.txt`),
  );
  if (!files.every(existsSync))
    throw new Error(`${name} brings no licence text, and ${files.join(' or ')} is missing.`);
  const holder = typeof author === 'string' ? author : (author?.name ?? 'its authors');
  const source = typeof repository === 'string' ? repository : repository?.url;
  const said = `This package names its licence, ${license}, but brings no text of it. It is by ${holder} (${source}). \
What it says itself, and the standard text of that licence, follow.`;
  return [said, ...licenceOfReadme(folder), ...files.map((file) => readFileSync(file, 'utf8'))];
}

/** The part of a package's README that is headed "License" or the like. */
function licenceOfReadme(folder: string): string[] {
  const readme = join(folder, 'README.md');
  const text = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  return text.split(/^(?=#+ )/m).filter((part) => /^#+ licen[cs]/i.test(part));
}

function details(title: string, licence: string, texts: readonly string[]): string {
  const shown = texts.map((text) => `<pre>${escaped(text.replace(/^\n+/, '').trimEnd())}</pre>`).join('\n');
  return `<details><summary>${escaped(title)} <em>${escaped(licence)}</em></summary>${shown}</details>`;
}

function readManifest(folder: string): Manifest {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Partial<Manifest>;
  // Some packages have a second, nameless package.json beside their modules.
  return manifest.name ? (manifest as Manifest) : readManifest(dirname(folder));
}

function page(body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Licences</title>
<style>
:root { color-scheme: light dark }
body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem }
summary { cursor: pointer; padding: .2rem 0 } em { opacity: .7 }
pre { white-space: pre-wrap; font: 12px/1.5 ui-monospace, monospace; margin: 0 0 1rem 1rem }
</style>
<h1>Licences</h1>
${details(`Clinic Desk ${own.version}`, own.license ?? '', [readFileSync('LICENSE', 'utf8')])}
<p>It runs on Electron and Chromium, whose licences lie in the program’s folder (LICENSE.electron.txt, LICENSES.chromium.html), and
holds these packages:</p>
${body}
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
