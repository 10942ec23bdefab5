import type { MessagePortMain, WebContents } from 'electron';
import { sizeOf } from '#contract/system/messages.ts';
import type { Backend } from '#main/backend.ts';
import { answering } from '#main/hosts/calls.ts';
import { Line, type Wire } from '#main/hosts/line.ts';
import type { Station } from '#main/services/stations.ts';
import { newToken } from '#main/services/tokens.ts';

/** Serves the contract over the port of a page, until the page is gone. Calls wait for the backend to be ready. */
export function serve(port: MessagePortMain, page: WebContents, ready: Promise<Backend>, station: Station): void {
  const handle = ready.then((backend) => answeringOf(backend)({ id: newToken(), station }));
  const note = async (reason: string) => (await ready).services.log.warn({ reason }, 'connection ended');
  const wire = new PortWire(port, (reason) => void note(reason));
  const line = new Line(wire, async (request) => (await handle)(request));
  port.on('message', ({ data }) => {
    if (typeof data !== 'number') return line.receive(data);
    wire.taken(data);
    line.taken();
  });
  port.once('close', () => line.closed());
  closeWithPage(port, page);
  port.start();
}

/** One handler for all ports of a backend. */
const handlers = new WeakMap<Backend, ReturnType<typeof answering>>();
function answeringOf(backend: Backend): ReturnType<typeof answering> {
  const known = handlers.get(backend) ?? answering(backend);
  handlers.set(backend, known);
  return known;
}

function closeWithPage(port: MessagePortMain, page: WebContents): void {
  const close = () => port.close();
  const leave = ({ isMainFrame, isSameDocument }: { isMainFrame: boolean; isSameDocument: boolean }) => {
    if (isMainFrame && !isSameDocument) port.close();
  };
  page.once('destroyed', close);
  page.on('did-start-navigation', leave);
  port.once('close', () => {
    page.off('destroyed', close);
    page.off('did-start-navigation', leave);
  });
}

/** A port as a line's wire; the page tells how much it has taken. */
class PortWire implements Wire {
  readonly #port: MessagePortMain;
  readonly #note: (reason: string) => void;
  #untaken = 0;

  constructor(port: MessagePortMain, note: (reason: string) => void) {
    this.#port = port;
    this.#note = note;
  }

  send(message: Parameters<Wire['send']>[0]): void {
    this.#untaken += sizeOf(message);
    this.#port.postMessage(message);
  }

  untaken(): number {
    return this.#untaken;
  }

  /** What a page says beyond what it was sent gives it no credit. */
  taken(bytes: number): void {
    this.#untaken = Math.max(0, this.#untaken - Math.max(0, bytes || 0));
  }

  end(reason: string): void {
    this.#note(reason);
    this.#port.close();
  }
}
