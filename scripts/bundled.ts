import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/** Where the lists of bundled packages lie: main's, preload's and the page's. */
export const BUNDLED_FOLDER = join('out', 'bundled');

const MARK = `${sep}node_modules${sep}`;

/** Writes down which packages went into a bundle, for the page of licences. */
export function listBundled(part: string): Plugin {
  let root = '.';
  return {
    name: 'list-bundled',
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_options, bundle) {
      const files = Object.values(bundle).flatMap((file) => (file.type === 'asset' ? file.originalFileNames : []));
      const folders = new Set(
        [...this.getModuleIds(), ...files.map((file) => resolve(root, file))].flatMap(packageFolder),
      );
      mkdirSync(BUNDLED_FOLDER, { recursive: true });
      writeFileSync(join(BUNDLED_FOLDER, `${part}.json`), JSON.stringify([...folders].sort(), null, 2));
    },
  };
}

/** `…/node_modules/@scope/name/lib/x.js` → `…/node_modules/@scope/name`. */
function packageFolder(id: string): string[] {
  const path = (id.replace(/^\0+/, '').split('?')[0] ?? '').split('/').join(sep);
  const at = path.lastIndexOf(MARK);
  if (at < 0) return [];
  const [scope = '', name = ''] = path.slice(at + MARK.length).split(sep);
  return [path.slice(0, at) + MARK + (scope.startsWith('@') ? scope + sep + name : scope)];
}
