import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { Backend } from '#main/backend.ts';
import { findPageFile } from '#main/hosts/files.ts';
import { readPicture } from '#main/hosts/pictures.ts';
import { contentSecurityPolicy, fileHeaders } from '#main/hosts/policy.ts';
import { newStation, type Station } from '#main/services/stations.ts';
import { newToken } from '#main/services/tokens.ts';
import { openSockets } from './sockets.ts';

/** Cookies know no ports, so the name tells two data folders served side by side apart. */
const cookieName = (request: IncomingMessage) => `clinic-station-${request.socket.localPort}`;

export interface BrowserHost {
  /** Where to go, with the one-time secret in the fragment. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves backend and page to a browser on this machine only. `port` 0 takes a free one. */
export async function serveToBrowser(backend: Backend, pageFolder: string, port: number): Promise<BrowserHost> {
  const stations = new Map<string, Station>();
  const secret = { value: randomBytes(32).toString('base64url'), used: false };
  const stationOf = (request: IncomingMessage) => stations.get(cookieOf(request) ?? '') ?? null;

  const server = createServer((request, response) => {
    answer(request, response).catch(() => (response.headersSent ? response.destroy() : response.writeHead(500).end()));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOurHost(request) || !isOurOrigin(request)) return void response.writeHead(403).end();
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/session' && request.method === 'POST') return openSession(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();
    if (path.startsWith('/media/')) return sendMedia(request, response, path.slice('/media'.length));
    return sendPage(request, response);
  }

  /** Exchanges the one-time secret for the cookie that names the station from then on. */
  async function openSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const given = await readSecret(request);
    if (!request.headers.origin || secret.used || !isSame(given, secret.value))
      return void response.writeHead(403).end();
    secret.used = true;
    const token = newToken();
    stations.set(token, newStation(`browser-${stations.size + 1}`, backend.services.ports.workstation, '127.0.0.1'));
    response
      .writeHead(204, { 'Set-Cookie': `${cookieName(request)}=${token}; HttpOnly; SameSite=Strict; Path=/` })
      .end();
  }

  async function sendMedia(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    const station = stationOf(request);
    if (!station) return void response.writeHead(404, fileHeaders).end();
    const picture = await readPicture(backend, { id: newToken(), station }, address);
    if (!picture.bytes) return void response.writeHead(picture.status, fileHeaders).end();
    response
      .writeHead(200, { ...fileHeaders, 'Content-Type': 'image/webp', 'Cache-Control': 'private, no-store' })
      .end(picture.bytes);
  }

  async function sendPage(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = await findPageFile(pageFolder, (request.url ?? '/').replace(/[?#].*$/, ''));
    if (!file) return void response.writeHead(404, fileHeaders).end();
    const host = request.headers.host ?? '';
    response.writeHead(200, {
      ...fileHeaders,
      'Content-Type': file.type,
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': contentSecurityPolicy('', `'self' ws://${host}`),
    });
    if (request.method === 'HEAD') response.end();
    else await pipeline(createReadStream(file.path), response);
  }

  const sockets = openSockets(backend);
  server.on('upgrade', (request, socket, head) => {
    const allowed = isOurHost(request) && request.headers.origin && isOurOrigin(request) && request.url === '/rpc';
    sockets.upgrade(request, socket, head, allowed ? stationOf(request) : null);
  });
  // A connection that cannot be accepted (no descriptors left) is that one's misfortune.
  server.on('error', (error) => backend.services.log.warn({ reason: error.message }, 'connection refused'));

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}/#secret=${secret.value}`,
    async close() {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Only the loopback names; anything else is a foreign name that was made to resolve here (DNS rebinding). */
function isOurHost(request: IncomingMessage): boolean {
  const host = request.headers.host ?? '';
  return host === `127.0.0.1:${request.socket.localPort}` || host === `localhost:${request.socket.localPort}`;
}

/** A request that names its origin must come from our own page. */
function isOurOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin === undefined || origin === `http://${host}`;
}

function cookieOf(request: IncomingMessage): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === cookieName(request))?.[1] ?? null;
}

async function readSecret(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > 1000) return '';
  }
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null && 'secret' in parsed ? String(parsed.secret) : '';
  } catch {
    return '';
  }
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
