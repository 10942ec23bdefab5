import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { findPageFile } from '#main/hosts/files.ts';
import type { PictureAnswer } from '#main/hosts/pictures.ts';
import { contentSecurityPolicy, fileHeaders } from '#main/hosts/policy.ts';
import { MEDIA_SCHEME } from './origin.ts';

/** Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'clinic-app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: MEDIA_SCHEME, privileges: { standard: true, secure: true } },
  ]);
}

/** Serves the page's files from `root` and nothing else. */
export function servePage(root: string): void {
  protocol.handle('clinic-app', async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = host === 'desk' && request.method === 'GET' ? await findPageFile(root, pathname) : null;
    if (!file) return new Response(null, { status: 404, headers: fileHeaders });
    return new Response(new Uint8Array(await readFile(file.path)), {
      headers: {
        ...fileHeaders,
        'Content-Type': file.type,
        'Content-Security-Policy': contentSecurityPolicy(`${MEDIA_SCHEME}:`, "'self'"),
      },
    });
  });
}

/** Serves photos and pictures; `read` answers what is behind a path for whoever sits here. */
export function serveMedia(read: (path: string) => Promise<PictureAnswer>): void {
  protocol.handle(MEDIA_SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    const picture = await read(`/${host}${pathname}`);
    if (!picture.bytes) return new Response(null, { status: picture.status, headers: fileHeaders });
    const headers = {
      ...fileHeaders,
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': 'no-store',
      'Content-Type': 'image/webp',
    };
    return new Response(picture.bytes, { headers });
  });
}
