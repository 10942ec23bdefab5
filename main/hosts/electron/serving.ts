import { RPCHandler } from '@orpc/server/message-port';
import type { MessagePortMain, WebContents } from 'electron';
import type { Backend } from '#main/backend.ts';
import { deliverNotices, MAX_MESSAGE_BYTES } from '#main/hosts/calls.ts';
import type { Seat } from '#main/services/seats.ts';
import { newToken } from '#main/services/tokens.ts';

/** Serves the contract over the port of a page, from when the backend is ready until the page is gone. */
export async function serve(
  port: MessagePortMain,
  page: WebContents,
  ready: Promise<Backend>,
  seat: Seat,
): Promise<void> {
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
