import { realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

export interface PageFile {
  path: string;
  type: string;
}

/**
 * The file of the page behind a URL path, or null. Decodes once; refuses NUL, backslash, `..` and what a link leads
 * outside of `root`. A path without an extension is a place inside the app and gives its index.html.
 */
export async function findPageFile(root: string, urlPath: string): Promise<PageFile | null> {
  const path = decodeOnce(urlPath);
  if (path === null || !isPlain(path)) return null;
  const wanted = extname(path) === '' ? '/index.html' : path;
  const type = types[extname(wanted).toLowerCase()];
  if (!type) return null;
  try {
    const inside = await realpath(root);
    const real = await realpath(join(inside, wanted));
    return real.startsWith(inside + sep) ? { path: real, type } : null;
  } catch {
    return null;
  }
}

function decodeOnce(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
}

function isPlain(path: string): boolean {
  if (!path.startsWith('/') || path.startsWith('//') || path.includes('\0') || path.includes('\\')) return false;
  return !path.split('/').some((part) => part === '..' || part.includes(':'));
}
