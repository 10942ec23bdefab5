import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { expect } from 'playwright/test';
import type { WebSocket } from 'ws';
import type { Contract } from '#contract/index.ts';
import { ADMINISTRATOR } from '#test/support/backend.ts';
import { type Served, test } from './served.ts';

/** What any program on this computer may send to the browser host, and what it must not come to. */

const OVER_THE_LIMIT = 17 * 1024 * 1024;

const closing = (socket: WebSocket) => new Promise<number>((resolve) => socket.once('close', resolve));

/** An upgrade as a browser sends it, up to the empty line. */
const upgrade = (headers: Record<string, string>) =>
  [
    'GET /rpc HTTP/1.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n');

/** Sends each text over a connection of its own and breaks that off without a word, over and over. */
async function sendAndReset(served: Served, texts: string[]): Promise<void> {
  for (let round = 0; round < 40; round += 1) {
    for (const text of texts) {
      const socket = await served.socket();
      await new Promise((resolve) => socket.write(text, resolve));
      socket.resetAndDestroy();
    }
  }
}

test('a message over the limit ends its own connection, also of somebody signed out', async ({ served }) => {
  await served.start();
  const socket = await served.channel();
  socket.send(Buffer.alloc(OVER_THE_LIMIT));
  expect(await closing(socket)).toBe(1009);
  expect(await served.answers()).toBe(true);
});

test('an upgrade that is broken off ends nothing, admitted or not', async ({ served }) => {
  await served.start();
  const host = { host: new URL(served.origin).host };
  const strange = upgrade({ ...host, origin: 'http://evil.example' });
  const admitted = upgrade({ ...host, ...served.headers });
  await sendAndReset(served, [strange, admitted, `${admitted}\x82\xff`]);
  expect(await served.answers()).toBe(true);
});

test('a request that is broken off ends nothing and keeps no file open, on its way in or out', async ({ served }) => {
  test.skip(process.platform === 'win32', 'the system has no limit to reach');
  await served.start({ mostFiles: 96 });
  const { host } = new URL(served.origin);
  const head = `Host: ${host}\r\nOrigin: ${served.origin}\r\n`;
  const script = /src="([^"]+\.js)"/.exec(await (await fetch(served.origin)).text())?.[1];
  const secret = `POST /session HTTP/1.1\r\n${head}Content-Length: 900\r\n\r\n{"secret":`;
  await sendAndReset(served, [secret]);
  for (let round = 0; round < 120; round += 1) {
    const socket = await served.socket();
    socket.write(`GET ${script} HTTP/1.1\r\n${head}\r\n`.repeat(4));
    await new Promise((resolve) => socket.once('data', resolve));
    socket.resetAndDestroy();
  }
  expect(await served.answers()).toBe(true);
});

test('more connections than the system allows are waited out', async ({ served }) => {
  test.skip(process.platform === 'win32', 'the system has no limit to reach');
  await served.start({ mostFiles: 96 });
  const many = await Promise.all(Array.from({ length: 200 }, () => served.socket()));
  for (const socket of many) socket.destroy();
  expect(await served.answers()).toBe(true);
});

test('what is no call of ours ends its own connection', async ({ served }) => {
  await served.start();
  for (const message of ['', 'null', '[]', '{', '{"i":"1"}', '{"i":"1","t":3,"p":{}}', Buffer.from([0xff, 0, 1])]) {
    const socket = await served.channel();
    socket.send(message);
    expect(await closing(socket), String(message)).toBe(1008);
  }
  expect(await served.answers()).toBe(true);
});

/** Has the person of this socket's station signed in, and answers their calls over it. */
async function signedIn(socket: WebSocket): Promise<ContractRouterClient<Contract>> {
  const client: ContractRouterClient<Contract> = createORPCClient(
    new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }),
  );
  await client.accounts.setup({ clinicName: 'Harbour Street Clinic', administrator: ADMINISTRATOR });
  return client;
}

/** A page that asks for a list again and again, and never reads an answer. */
async function askAndNeverRead(served: Served, lists: number): Promise<WebSocket> {
  const socket = await served.channel();
  socket.pause();
  for (let i = 1; i <= lists; i += 1)
    socket.send(JSON.stringify({ i: String(i), p: { u: '/patients/list', b: { json: { limit: 200 } } } }));
  return socket;
}

test('pages that ask and never read are cut off and give back what they held; others are not disturbed', async ({
  served,
}) => {
  test.skip(process.platform !== 'linux', 'memory is read as Linux tells it');
  test.setTimeout(180_000);
  await served.start({ patients: 1000 });
  const client = await signedIn(await served.channel());
  const attack = async (rounds: number) => {
    await Promise.all(Array.from({ length: 6 }, () => askAndNeverRead(served, 400)));
    const cutOff = async () => {
      expect((await client.patients.list({ limit: 50 })).rows).toHaveLength(50);
      return served.logged('answers are not taken');
    };
    await expect.poll(cutOff, { timeout: 60_000 }).toBe(6 * rounds);
    return served.memory();
  };

  const before = served.memory();
  const once = await attack(1);
  expect(once - before).toBeLessThan(300);
  expect((await attack(2)) - once).toBeLessThan(100);
});

const faulty = './test/support/faultOnSignal.ts';

for (const [signal, fault] of [
  ['SIGUSR2', 'thrown and caught by nobody'],
  ['SIGHUP', 'rejected and caught by nobody'],
] as const) {
  test(`a fault that is ${fault} is logged and told, and ends the host in order`, async ({ served }) => {
    test.skip(process.platform === 'win32', 'the fault comes by a signal');
    await served.start({ module: faulty });
    const page = await served.channel();
    const gone = closing(page);
    served.signal(signal);
    expect(await served.ended()).toBe(70);
    expect(await gone).toBe(1006);
    const [, id = ''] = /^Clinic Desk met a fault and has ended.* number (\S+)\.\n$/.exec(served.said) ?? [];
    expect(served.logged(id)).toBe(1);
    expect(served.logged(fault)).toBeGreaterThan(0);
    await served.start();
    expect(await served.answers()).toBe(true);
  });
}

test('npm start serves again after a fault, but not for ever', async ({ served }) => {
  test.skip(process.platform === 'win32', 'the fault comes by a signal');
  await served.startKept(faulty);
  served.signalHost('SIGUSR2');
  await served.readyAgain();
  expect(await served.answers()).toBe(true);
  served.signalHost('SIGUSR2');
  expect(await served.ended()).toBe(70);
});
