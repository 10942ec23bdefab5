import {
  type DecodedRequestMessage,
  decodeRequestMessage,
  type EncodedMessage,
  encodeResponseMessage,
  MessageType,
  experimental_ServerPeerWithoutCodec as Peer,
  type ServerPeerHandleRequestFn,
} from '@orpc/standard-server-peer';
import { MAX_MESSAGE_BYTES, sizeOf } from '#contract/system/messages.ts';
import { patience } from './patience.ts';

/** Calls of one page that are worked on at once, from the first look at them until the page has taken the answer. */
const MOST_AT_ONCE = 16;
/** Calls that wait for their turn behind those; a page never has a tenth of it. */
const MOST_WAITING = 1_000;
/** What a page may have sent without having been answered: two of the largest messages. */
const MOST_BYTES_UNANSWERED = 2 * MAX_MESSAGE_BYTES;
/** Answers may lie about so long as a page takes a moment; while there is more, no further ones are made. */
const MOST_BYTES_UNTAKEN = 1024 * 1024;

/** Why a line was ended by us, as the log and the page are told. */
export type LineEnd = 'message too large' | 'no call of ours' | 'too many calls at once' | 'answers are not taken';

/** A message of the page's, and how long it was. */
interface Received {
  request: DecodedRequestMessage;
  size: number;
}

/** The socket or port under a line. */
export interface Wire {
  send(message: EncodedMessage): void;
  /** Bytes that were sent and that the page has not taken yet. */
  untaken(): number;
  /** Ends it in words and, should the page not listen, all the same. */
  end(reason: LineEnd): void;
}

/**
 * One page's line to the backend. It bounds what a page can have the host hold: the size of a message, the calls under way,
 * and the answers that are not taken. Whoever takes no answers gets no more of them, and loses the line after a while.
 */
export class Line {
  readonly #wire: Wire;
  readonly #handle: ServerPeerHandleRequestFn;
  readonly #peer = new Peer(async ([id, type, payload]) => this.#send(await encodeResponseMessage(id, type, payload)));
  readonly #patience = patience(() => this.#end('answers are not taken'));
  #waiting: Received[] = [];
  #running = 0;
  #unanswered = 0;
  #blocked: Array<() => void> = [];
  #isOpen = true;

  constructor(wire: Wire, handle: ServerPeerHandleRequestFn) {
    this.#wire = wire;
    this.#handle = handle;
  }

  /** Takes a message of the page's; whatever is wrong with it ends this line and nothing else. */
  receive(message: EncodedMessage): void {
    const size = sizeOf(message);
    if (size > MAX_MESSAGE_BYTES) return void this.#end('message too large');
    decodeRequestMessage(message).then(
      (request) => this.#sort(request, size),
      () => this.#end('no call of ours'),
    );
  }

  /** The page has taken something of what was sent. */
  taken(): void {
    this.#patience.rest();
    for (const go of this.#blocked.splice(0)) go();
  }

  /** The socket or port is closed: what was under way for the page ends. */
  closed(): void {
    this.#isOpen = false;
    this.#waiting = [];
    this.#peer.close();
    this.taken();
  }

  #end(reason: LineEnd): void {
    if (!this.#isOpen) return;
    this.closed();
    this.#wire.end(reason);
  }

  #sort(request: DecodedRequestMessage, size: number): void {
    const [id, type] = request;
    // No call takes a stream from the page; its events would be kept without bound.
    if (type === MessageType.EVENT_ITERATOR) return void this.#end('no call of ours');
    if (type === MessageType.ABORT_SIGNAL) return void this.#abort(id, request);
    this.#unanswered += size;
    this.#waiting.push({ request, size });
    if (this.#waiting.length > MOST_WAITING || this.#unanswered > MOST_BYTES_UNANSWERED)
      return void this.#end('too many calls at once');
    this.#startNext();
  }

  /** Calls off a call, whether it is under way or still waits. */
  #abort(id: string, request: DecodedRequestMessage): void {
    const isMeant = ({ request: [waiting] }: Received) => waiting === id;
    for (const { size } of this.#waiting.filter(isMeant)) this.#unanswered -= size;
    this.#waiting = this.#waiting.filter((received) => !isMeant(received));
    void this.#peer.message(request);
  }

  #startNext(): void {
    while (this.#isOpen && this.#running < MOST_AT_ONCE) {
      const next = this.#waiting.shift();
      if (!next) return;
      this.#running += 1;
      void this.#run(next.request).finally(() => {
        this.#running -= 1;
        this.#unanswered -= next.size;
        this.#startNext();
      });
    }
  }

  async #run(request: DecodedRequestMessage): Promise<void> {
    try {
      await this.#peer.message(request, this.#handle);
    } catch {
      // The page was told, or has gone: an answer that ends early fails here once more, after it was reported.
    }
  }

  async #send(message: EncodedMessage): Promise<void> {
    if (this.#isOpen) this.#wire.send(message);
    while (this.#isOpen && this.#wire.untaken() > MOST_BYTES_UNTAKEN) {
      this.#patience.begin();
      await new Promise<void>((resolve) => this.#blocked.push(resolve));
    }
  }
}
