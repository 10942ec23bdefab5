import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { hostOf, isPublicAddress, parseLink } from '#main/adapters/links/addresses.ts';
import { createLinkFetcher, type LinkOptions } from '#main/adapters/links/fetch.ts';

describe('an address', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '93.184.216.34',
    '172.15.0.1',
    '172.32.0.1',
    '2606:4700::1111',
    '2a00:1450:4001::200e',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ...[
      '127.0.0.1',
      '127.255.255.254',
      '0.0.0.0',
      '0.1.2.3',
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
    ],
    ...['169.254.169.254', '100.64.0.1', '198.18.0.1', '192.0.2.1', '198.51.100.1', '203.0.113.1', '224.0.0.1'],
    ...['239.255.255.250', '240.0.0.1', '255.255.255.255', '192.88.99.1', '192.0.0.1'],
    ...['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1', '::ffff:127.0.0.1'],
    ...['::ffff:7f00:1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b::808:808'],
    ...[
      '2002:7f00:1::',
      '2001::1',
      '2001:db8::1',
      '100::1',
      'fec0::1',
      '3fff::1',
      '',
      'localhost',
      '2130706433',
      '0x7f.1',
    ],
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('a link', () => {
  it.each([
    ['https://2130706433/', '127.0.0.1'],
    ['https://0x7f000001/', '127.0.0.1'],
    ['https://0177.0.0.1/', '127.0.0.1'],
    ['https://127.1/', '127.0.0.1'],
    ['https://①②⑦.0.0.1/', '127.0.0.1'],
    ['https://[::ffff:127.0.0.1]/', '::ffff:7f00:1'],
    ['https://[::1]:8443/', '::1'],
  ])('%s is read as what it means', (text, host) => {
    const url = parseLink(text);
    expect(url && hostOf(url)).toBe(host);
  });

  it.each([
    'http://example.org/a.png',
    'ftp://example.org/',
    'file:///etc/passwd',
    'data:image/png;base64,AA',
    'javascript:1',
  ])('%s is refused', (text) => expect(parseLink(text)).toBeNull());

  it('with a name and password, or none at all, is refused', () => {
    for (const text of ['https://me:secret@example.org/', 'https://', 'nonsense', ''])
      expect(parseLink(text)).toBeNull();
  });
});

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A real server on the loopback, and a fetcher that believes its names are public and plain http will do. */
async function serve(listener: RequestListener, options: LinkOptions = {}) {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const fetch = createLinkFetcher({
    protocols: ['http:'],
    resolve: async (host) => (host === 'public.example' ? ['127.0.0.1'] : ['192.168.0.1']),
    isAllowed: (address) => address === '127.0.0.1',
    ...options,
  });
  return { fetch, at: (path: string) => `http://public.example:${port}${path}` };
}

const problem = (key: string) => ({ data: { sentence: { key: `images.problem.${key}` } } });

describe('fetching a link', () => {
  it('gives the bytes, from the address that was checked and with the name that was asked for', async () => {
    const hosts: Array<string | undefined> = [];
    const { fetch, at } = await serve((request, response) => {
      hosts.push(request.headers.host);
      response.end('a picture');
    });
    expect((await fetch(at('/a.png'))).toString()).toBe('a picture');
    expect(hosts[0]).toMatch(/^public\.example:/);
  });

  it('refuses a private address, by number or by name, before anything is sent', async () => {
    let asked = 0;
    const { fetch, at } = await serve(() => asked++, { isAllowed: isPublicAddress });
    const real = createLinkFetcher({ resolve: async () => ['93.184.216.34', '10.0.0.7'] });
    for (const address of ['https://127.0.0.1/', 'https://[::1]/', 'https://2130706433/', 'https://mixed.example/'])
      await expect(real(address), address).rejects.toMatchObject(problem('private'));
    await expect(fetch(at('/'))).rejects.toMatchObject(problem('private'));
    expect(asked).toBe(0);
  });

  it('follows three redirects and checks each anew', async () => {
    const { fetch, at } = await serve((request, response) => {
      const step = Number(request.url?.slice(1));
      if (Number.isNaN(step) || step > 0) response.writeHead(302, { location: goal(request.url ?? '', step) });
      response.end('there');
    });
    const goal = (url: string, step: number) => (url === '/away' ? 'http://inside.example/' : `/${step - 1}`);
    expect((await fetch(at('/3'))).toString()).toBe('there');
    await expect(fetch(at('/4'))).rejects.toMatchObject(problem('redirects'));
    await expect(fetch(at('/away'))).rejects.toMatchObject(problem('private'));
  });

  it('refuses a redirect to another kind of address', async () => {
    const { fetch, at } = await serve((_request, response) => {
      response.writeHead(301, { location: 'file:///etc/passwd' }).end();
    });
    await expect(fetch(at('/'))).rejects.toMatchObject(problem('address'));
  });

  it('stops after 10 MB, announced or not', async () => {
    const { fetch, at } = await serve((request, response) => {
      if (request.url === '/announced') response.writeHead(200, { 'content-length': 11 * 1024 * 1024 });
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    await expect(fetch(at('/announced'))).rejects.toMatchObject({ code: 'TOO_LARGE', ...problem('tooLarge') });
    await expect(fetch(at('/endless'))).rejects.toMatchObject({ code: 'TOO_LARGE', ...problem('tooLarge') });
  });

  it('stops after its time, also when it comes drop by drop', async () => {
    const drip = { timer: undefined as NodeJS.Timeout | undefined };
    const { fetch, at } = await serve(
      (request, response) => {
        if (request.url === '/drip') drip.timer = setInterval(() => response.write('.'), 20);
      },
      { timeoutMs: 150 },
    );
    await expect(fetch(at('/silent'))).rejects.toMatchObject(problem('slow'));
    await expect(fetch(at('/drip'))).rejects.toMatchObject(problem('slow'));
    clearInterval(drip.timer);
  });

  it('says so when nothing is there, or the clinic is offline', async () => {
    const { fetch, at } = await serve(
      (request, response) => void response.writeHead(Number(request.url?.slice(1))).end(),
    );
    await expect(fetch(at('/404'))).rejects.toMatchObject(problem('notFound'));
    await expect(fetch(at('/500'))).rejects.toMatchObject(problem('failed'));
    const offline = createLinkFetcher({
      resolve: () => Promise.reject(Object.assign(new Error('no network'), { code: 'EAI_AGAIN' })),
    });
    await expect(offline('https://example.org/a.png')).rejects.toMatchObject(problem('offline'));
  });
});
