import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { AttentiveLink, takeNotices } from './answers.ts';

type Link = ClientLink<ClientContext>;

/** How the page stands to main: `refused` means this browser was never let in. */
export type ConnectionState = 'connecting' | 'open' | 'refused' | 'lost';

/** Thrown by calls that find no connection. */
export class NotConnectedError extends Error {}

const LONGEST_WAIT = 10_000;

/** True inside the desktop window, false in a browser on the same computer. */
export const insideDesktop = location.protocol === 'clinic-app:';

let state: ConnectionState = 'connecting';
const listeners = new Set<() => void>();

function enter(next: ConnectionState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

/** The connection's state now, and a subscription to its changes, as `useSyncExternalStore` wants them. */
export const connection = {
  get: (): ConnectionState => state,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Hands one end of a new channel to preload, which passes it on to main. */
function desktopLink(): Link {
  const { port1, port2 } = new MessageChannel();
  window.postMessage('clinic-desk:connect', location.origin, [port2]);
  port1.start();
  enter('open');
  return new PortLink({ port: port1, clientInterceptors: [takeNotices] });
}

/** A web socket that opens again after it was lost. */
class BrowserLink implements Link {
  #link: Promise<Link> | null = null;
  #admission: Promise<unknown>;
  #everOpen = false;
  #wait = 250;

  constructor() {
    this.#admission = redeemSecret();
    this.#connect().catch(() => {});
  }

  async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>): Promise<unknown> {
    const link = await this.#connect();
    return link.call(path, input, options);
  }

  #connect(): Promise<Link> {
    this.#link ??= this.#admission.then(() => this.#open());
    return this.#link;
  }

  #open(): Promise<Link> {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/rpc`);
    socket.binaryType = 'arraybuffer';
    return new Promise((resolve, reject) => {
      socket.addEventListener('open', () => {
        this.#opened();
        resolve(new SocketLink({ websocket: socket, clientInterceptors: [takeNotices] }));
      });
      socket.addEventListener('close', () => {
        reject(new NotConnectedError());
        this.#closed();
      });
    });
  }

  #opened(): void {
    this.#everOpen = true;
    this.#wait = 250;
    enter('open');
  }

  #closed(): void {
    this.#link = null;
    enter(this.#everOpen ? 'lost' : 'refused');
    if (!this.#everOpen) return;
    setTimeout(() => this.#connect().catch(() => {}), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }
}

/** Trades the one-time secret of the address for a cookie, and takes it out of the address at once. */
async function redeemSecret(): Promise<void> {
  const secret = new URLSearchParams(location.hash.slice(1)).get('secret');
  if (!secret) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  }).catch(() => {});
}

/** The way every call takes to main. */
export const link: Link = new AttentiveLink(insideDesktop ? desktopLink() : new BrowserLink());
