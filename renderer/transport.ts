import { type ClientContext, type ClientLink, type ClientOptions, ORPCError } from '@orpc/client';
import { AttentiveLink } from './answers.ts';
import { ConnectionLostError, connection } from './connection.ts';
import { type Line, type OpenLine, openPort, openSocket } from './lines.ts';

type Link = ClientLink<ClientContext>;

const FIRST_WAIT = 250;
const LONGEST_WAIT = 10_000;

/** True inside the desktop window, false in a browser on the same computer. */
export const insideDesktop = location.protocol === 'clinic-app:';

/** A line that opens again after it was lost, by itself and at every call. */
class LastingLink implements Link {
  readonly #open: OpenLine;
  readonly #admission: Promise<unknown>;
  #line: Promise<Line> | null = null;
  #everOpen = false;
  #wait = FIRST_WAIT;

  constructor(open: OpenLine, admission: Promise<unknown>) {
    this.#open = open;
    this.#admission = admission;
    this.#connect().catch(() => {});
  }

  async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>): Promise<unknown> {
    const line = await this.#connect();
    try {
      const answer = await line.link.call(path, input, options);
      this.#wait = FIRST_WAIT;
      return answer;
    } catch (error) {
      const answered = error instanceof ORPCError || options.signal?.aborted;
      throw answered || line.isOpen ? error : new ConnectionLostError();
    }
  }

  #connect(): Promise<Line> {
    this.#line ??= this.#admission.then(() => this.#openLine());
    return this.#line;
  }

  async #openLine(): Promise<Line> {
    const line = await this.#open(() => this.#closed());
    this.#everOpen = true;
    connection.enter('open');
    return line;
  }

  #closed(): void {
    this.#line = null;
    connection.enter(this.#everOpen ? 'lost' : 'refused');
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

const lasting = insideDesktop
  ? new LastingLink(openPort, Promise.resolve())
  : new LastingLink(openSocket, redeemSecret());

/** The way every call takes to main. */
export const link: Link = new AttentiveLink(lasting);
