import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { MAX_MESSAGE_BYTES } from '#contract/system/messages.ts';
import type { Backend } from '#main/backend.ts';
import { answering } from '#main/hosts/calls.ts';
import { Line, type Wire } from '#main/hosts/line.ts';
import type { Station } from '#main/services/stations.ts';
import { newToken } from '#main/services/tokens.ts';

/** Far more than anybody has tabs. */
const MOST_SOCKETS = 64;
/** How long a page is given to hear why it is cut off. */
const FAREWELL_MS = 1_000;
/** WebSocket's own code for "against the rules". */
const AGAINST_THE_RULES = 1008;

export interface Sockets {
  /** Makes a web socket of a request whose station is known; every other request is refused. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, station: Station | null): void;
  close(): void;
}

/** The web sockets of the pages. Nothing that comes or fails on one of them touches another, or the host. */
export function openSockets(backend: Backend): Sockets {
  const { log } = backend.services;
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  const handle = answering(backend);

  const serve = (socket: WebSocket, station: Station) => {
    const connection = { id: newToken(), station };
    const note = (reason: string) => log.warn({ reason }, 'connection ended');
    const line = new Line(
      wireOf(socket, note, () => line.taken()),
      handle(connection),
    );
    socket.on('error', (error: NodeJS.ErrnoException) => note(error.code ?? error.name));
    socket.on('close', () => line.closed());
    socket.on('message', (data, isBinary) => line.receive(isBinary ? bytesOf(data) : String(data)));
  };

  return {
    upgrade(request, socket, head, station) {
      socket.on('error', () => socket.destroy());
      if (!station) return refuse(socket, '403 Forbidden');
      if (server.clients.size >= MOST_SOCKETS) return refuse(socket, '503 Service Unavailable');
      server.handleUpgrade(request, socket, head, (opened) => serve(opened, station));
    },
    close() {
      for (const socket of server.clients) socket.terminate();
    },
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`, () => socket.destroy());
}

function wireOf(socket: WebSocket, note: (reason: string) => void, taken: () => void): Wire {
  return {
    send: (message) => socket.send(message, taken),
    untaken: () => socket.bufferedAmount,
    end(reason) {
      note(reason);
      socket.close(AGAINST_THE_RULES, reason);
      setTimeout(() => socket.terminate(), FAREWELL_MS).unref();
    },
  };
}

/** Nothing of ours asks for fragments, so it is one buffer. */
const bytesOf = (data: RawData): Uint8Array => (Buffer.isBuffer(data) ? data : Buffer.alloc(0));
