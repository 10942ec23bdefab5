import type { ClientContext, ClientLink } from '@orpc/client';
import { ORPCError } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { MAX_MESSAGE_BYTES, sizeOf, TELL_TAKEN_BYTES } from '#contract/system/messages.ts';
import { takeNotices } from './answers.ts';
import { NotConnectedError } from './connection.ts';

/** A way to main, for as long as it lasts. */
export interface Line {
  readonly link: ClientLink<ClientContext>;
  readonly isOpen: boolean;
}

/** Opens a line; `closed` is called once when it is lost, or could not be opened. */
export type OpenLine = (closed: () => void) => Promise<Line>;

const clientInterceptors = [takeNotices];

/** Hands one end of a new channel to preload, which passes it on to main. */
export const openPort: OpenLine = async (closed) => {
  const { port1: port, port2 } = new MessageChannel();
  let isOpen = true;
  // Before the link's own listener, so that calls it then fails find the line closed.
  port.addEventListener('close', () => {
    isOpen = false;
    closed();
  });
  const link = new PortLink({ port: attentive(port), clientInterceptors });
  window.postMessage('clinic-desk:connect', location.origin, [port2]);
  port.start();
  return {
    link,
    get isOpen() {
      return isOpen;
    },
  };
};

/** The port, which sends nothing too large and tells main how much it has taken. */
function attentive(port: MessagePort): Pick<MessagePort, 'addEventListener' | 'postMessage'> {
  let taken = 0;
  port.addEventListener('message', ({ data }) => {
    taken += sizeOf(data);
    if (taken < TELL_TAKEN_BYTES) return;
    port.postMessage(taken);
    taken = 0;
  });
  return {
    addEventListener: port.addEventListener.bind(port),
    postMessage(message: unknown) {
      refuseTooLarge(sizeOf(message));
      port.postMessage(message);
    },
  };
}

/** Opens a web socket to the server this page came from. */
export const openSocket: OpenLine = (closed) => {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const socket = new CarefulSocket(`${scheme}://${location.host}/rpc`);
  socket.binaryType = 'arraybuffer';
  return new Promise((resolve, reject) => {
    const link = new SocketLink({ websocket: socket, clientInterceptors });
    socket.addEventListener('open', () =>
      resolve({
        link,
        get isOpen() {
          return socket.readyState === WebSocket.OPEN;
        },
      }),
    );
    socket.addEventListener('close', () => {
      reject(new NotConnectedError());
      closed();
    });
  });
};

/** A web socket that sends nothing too large. */
class CarefulSocket extends WebSocket {
  override send(message: Parameters<WebSocket['send']>[0]): void {
    refuseTooLarge(typeof message === 'string' ? bytesOf(message) : sizeOf(message));
    super.send(message);
  }
}

/** Counted only where it may matter: a letter takes three bytes at most. */
const bytesOf = (text: string) =>
  text.length * 3 <= MAX_MESSAGE_BYTES ? text.length : new TextEncoder().encode(text).byteLength;

/** Main would end the line at such a message, so it is refused here, to the one who sends it. */
function refuseTooLarge(bytes: number): void {
  if (bytes > MAX_MESSAGE_BYTES) throw new ORPCError('TOO_LARGE');
}
