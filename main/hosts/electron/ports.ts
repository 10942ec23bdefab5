import { RPCHandler } from '@orpc/server/message-port';
import { type IpcMainEvent, ipcMain, type MessagePortMain, type WebContents } from 'electron';
import type { Backend } from '#main/backend.ts';
import { deliverNotices, MAX_MESSAGE_BYTES } from '#main/hosts/calls.ts';
import type { Seat } from '#main/services/seats.ts';
import { newToken } from '#main/services/tokens.ts';
import { PAGE_ORIGIN } from './scheme.ts';

/** The one channel on which a page hands over its port. */
const CONNECT_CHANNEL = 'clinic-desk:connect';

/** Takes the ports of our own pages, and of nobody else, and serves the contract over them. */
export function acceptPorts(backend: Promise<Backend>, seat: Seat, onRefused: (reason: string) => void): void {
  ipcMain.on(CONNECT_CHANNEL, (event) => {
    const [port] = event.ports;
    const reason = whyUntrusted(event);
    if (reason !== null || !port) {
      port?.close();
      onRefused(reason ?? 'no port');
      return;
    }
    void serve(port, event.sender, backend, seat);
  });
}

/** Null when the message comes from the live top frame of a page of ours; otherwise why not. */
function whyUntrusted(event: IpcMainEvent): string | null {
  const frame = event.senderFrame;
  if (!frame || frame.isDestroyed()) return 'frame is gone';
  if (frame !== event.sender.mainFrame) return 'not the top frame';
  return originOf(frame.url) === PAGE_ORIGIN ? null : 'foreign origin';
}

/** Scheme and host of an address; Node gives custom schemes the origin "null", so it is put together here. */
export function originOf(url: string): string | null {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  } catch {
    return null;
  }
}

async function serve(port: MessagePortMain, page: WebContents, ready: Promise<Backend>, seat: Seat): Promise<void> {
  const closeWithPage = () => port.close();
  page.once('destroyed', closeWithPage);
  page.once('did-start-navigation', (details) => (details.isSameDocument ? undefined : port.close()));
  const backend = await ready;
  const calls = new RPCHandler(backend.router, { interceptors: [deliverNotices] });
  calls.upgrade(limited(port), {
    context: { services: backend.services, connection: { id: newToken(), seat }, notices: [] },
  });
  port.start();
}

/** The port, but messages over the limit close it before anything parses them. */
function limited(port: MessagePortMain): MessagePortMain {
  const on = port.on.bind(port);
  port.on = ((name: 'message', listener: (event: Electron.MessageEvent) => void) =>
    on(
      name,
      name === 'message'
        ? (event) => (sizeOf(event.data) > MAX_MESSAGE_BYTES ? port.close() : listener(event))
        : listener,
    )) as typeof port.on;
  return port;
}

function sizeOf(data: unknown): number {
  if (typeof data === 'string') return data.length;
  return data instanceof ArrayBuffer || ArrayBuffer.isView(data) ? data.byteLength : Number.POSITIVE_INFINITY;
}
