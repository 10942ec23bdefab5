import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type BrowserHost, serveToBrowser } from '#main/hosts/browser/server.ts';
import { startClinic, type TestBackend } from '#test/support/backend.ts';

const page = mkdtempSync(join(tmpdir(), 'clinic-page-'));
let backend: TestBackend;
let host: BrowserHost;
let port: number;
let secret: string;
let cookie: string;

beforeAll(async () => {
  ({ backend } = await startClinic());
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Clinic Desk</title>');
  host = await serveToBrowser(backend, page, 0);
  const url = new URL(host.url);
  port = Number(url.port);
  secret = url.hash.replace('#secret=', '');
});
afterAll(async () => {
  await host.close();
  await backend.close();
  rmSync(page, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
}

/** A plain HTTP call, since fetch does not let a caller choose Host and Origin. */
function call(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers: options.headers ?? {} },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}

const exchange = (given: string, headers: Record<string, string> = { origin: `http://127.0.0.1:${port}` }) =>
  call('/session', { method: 'POST', headers, body: JSON.stringify({ secret: given }) });

function connect(headers: Record<string, string>): Promise<'open' | number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, { headers });
    socket.on('open', () => {
      socket.terminate();
      resolve('open');
    });
    socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode ?? 0));
    socket.on('error', () => undefined);
  });
}

describe('the browser host', () => {
  it('sends the page with its Content-Security-Policy and nosniff', async () => {
    const { status, headers } = await call('/patients/42');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('refuses foreign host names, which is how a strange page would reach it (DNS rebinding)', async () => {
    expect((await call('/', { headers: { host: `evil.example:${port}` } })).status).toBe(403);
  });

  it('refuses foreign origins', async () => {
    expect((await call('/', { headers: { origin: 'http://evil.example' } })).status).toBe(403);
    expect((await exchange(secret, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await exchange(secret, {})).status).toBe(403);
  });

  it('refuses a wrong secret, and calls without its cookie', async () => {
    expect((await exchange('wrong')).status).toBe(403);
    expect(await connect({ origin: `http://127.0.0.1:${port}` })).toBe(403);
    expect((await call('/media/photo/xxxxxxxxxxxxxxxxxxxxxxxx/96')).status).toBe(404);
  });

  it('exchanges the secret once for a cookie no script can read', async () => {
    const { status, headers } = await exchange(secret);
    expect(status).toBe(204);
    const [set = ''] = headers['set-cookie'] ?? [];
    expect(set).toMatch(/HttpOnly/);
    expect(set).toMatch(/SameSite=Strict/);
    cookie = set.split(';')[0] ?? '';
    expect((await exchange(secret)).status).toBe(403);
  });

  it('opens the channel to the cookie from its own page only', async () => {
    expect(await connect({ origin: `http://127.0.0.1:${port}`, cookie })).toBe('open');
    expect(await connect({ origin: 'http://evil.example', cookie })).toBe(403);
    expect(await connect({ cookie })).toBe(403);
  });

  it('answers nothing but reading and the exchange', async () => {
    expect((await call('/', { method: 'PUT' })).status).toBe(405);
    expect((await call('/', { method: 'DELETE' })).status).toBe(405);
  });
});
