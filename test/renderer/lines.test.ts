import { ORPCError } from '@orpc/client';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RawData, WebSocketServer } from 'ws';
import { MAX_MESSAGE_BYTES, TELL_TAKEN_BYTES } from '#contract/system/messages.ts';
import { type OpenLine, openPort, openSocket } from '#renderer/lines.ts';

/** An answer to every call, as main writes it: long for a call that asks for that. */
const answerTo = (message: string) =>
  JSON.stringify({
    i: JSON.parse(message).i,
    p: { b: { json: message.includes('long') ? 'x'.repeat(TELL_TAKEN_BYTES) : 'taken' } },
  });

const server = new WebSocketServer({ port: 0, maxPayload: MAX_MESSAGE_BYTES });
server.on('connection', (socket) =>
  socket.on('message', (data: RawData) => socket.send(answerTo(data.toString().split('\xff')[0] ?? ''))),
);
beforeAll(() => {
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  vi.stubGlobal('location', { protocol: 'http:', host, origin: `http://${host}` });
  vi.stubGlobal('window', { postMessage: (_message: unknown, _origin: string, ports: MessagePort[]) => serve(ports) });
});
afterAll(() => {
  for (const socket of server.clients) socket.terminate();
  server.close();
});
const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
  told.length = 0;
});

/** Main's end of a port; what the page tells of having taken is kept. */
const told: number[] = [];
function serve([port]: MessagePort[]): void {
  if (!port) return;
  ports.push(port);
  port.onmessage = ({ data }) => (typeof data === 'number' ? told.push(data) : port.postMessage(answerTo(data)));
}

const lines: Array<[string, OpenLine]> = [
  ['message port', openPort],
  ['web socket', openSocket],
];
describe.each(lines)('a line over a %s', (_name, open) => {
  it('refuses what is too large before it is sent, and stays open for the next call', async () => {
    const closed = vi.fn();
    const line = await open(closed);
    const send = (value: unknown) => line.link.call(['images', 'add'], value, { context: {} });
    for (const tooLarge of ['x'.repeat(MAX_MESSAGE_BYTES), { file: new Blob([new Uint8Array(MAX_MESSAGE_BYTES)]) }]) {
      const error = await send(tooLarge).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ORPCError);
      expect(error).toMatchObject({ code: 'TOO_LARGE' });
    }
    expect(await send('€'.repeat(1000))).toBe('taken');
    expect([line.isOpen, closed.mock.calls.length]).toEqual([true, 0]);
  });
});

describe('a line over a message port', () => {
  it('tells how much the page has taken, once that is much', async () => {
    const line = await openPort(() => undefined);
    const ask = (value: string) => line.link.call(['patients', 'list'], value, { context: {} });
    for (const text of ['short', 'short', 'long', 'short']) await ask(text);
    expect(told).toHaveLength(1);
    expect(told[0]).toBeGreaterThan(TELL_TAKEN_BYTES);
  });
});

describe('a line over a web socket', () => {
  it('counts bytes, not letters', async () => {
    const line = await openSocket(() => undefined);
    const euros = '€'.repeat(MAX_MESSAGE_BYTES / 2);
    await expect(line.link.call(['images', 'add'], euros, { context: {} })).rejects.toMatchObject({
      code: 'TOO_LARGE',
    });
  });
});
