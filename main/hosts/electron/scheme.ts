import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import type { Backend } from '#main/backend.ts';
import { findPageFile } from '#main/hosts/files.ts';
import { contentSecurityPolicy, fileHeaders } from '#main/hosts/policy.ts';
import { readMedia } from '#main/modules/photos/media.ts';
import type { Seat } from '#main/services/seats.ts';

/** The only origin the page may have. */
export const PAGE_ORIGIN = 'clinic-app://desk';
const MEDIA_SCHEME = 'clinic-media';

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

/** Serves photos and pictures out of the database to whom may see them. */
export function serveMedia(backend: Promise<Backend>, seat: Seat): void {
  protocol.handle(MEDIA_SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    const bytes = await readMedia((await backend).services, seat, `/${host}${pathname}`);
    if (!bytes) return new Response(null, { status: 404, headers: fileHeaders });
    const headers = {
      ...fileHeaders,
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': 'no-store',
      'Content-Type': 'image/webp',
    };
    return new Response(new Uint8Array(bytes), { headers });
  });
}
