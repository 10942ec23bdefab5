import { type ClientContext, type ClientLink, type ClientOptions, ORPCError } from '@orpc/client';
import type { Sentence } from '#contract/ground/errors.ts';

/** A one-time notice of main's, as it rides on an answer. */
export interface Message extends Sentence {
  level: 'info' | 'success' | 'warning' | 'error';
}

/** Who is told of what concerns not one call but the whole window. */
export interface Attendant {
  /** Who is signed in here is not (any more) what the page thinks. */
  stationChanged(): void;
  /** Asks for the password once more; false when it was not given. */
  askPassword(): Promise<boolean>;
  /** Shows what main has to say besides. */
  tell(messages: Message[]): void;
}

const NOTICES_HEADER = 'clinic-notices';
const ofTheStation = new Set(['UNAUTHENTICATED', 'LOCKED', 'PASSWORD_CHANGE_REQUIRED']);

let attendant: Attendant | null = null;

/** Sets who looks after the answers from now on. */
export function attendTo(next: Attendant): void {
  attendant = next;
}

const codeOf = (error: unknown) => (error instanceof ORPCError ? error.code : '');

/** Looks through every answer: asks for a fresh password and tries again, and tells when the station is another's. */
export class AttentiveLink implements ClientLink<ClientContext> {
  readonly #link: ClientLink<ClientContext>;

  constructor(link: ClientLink<ClientContext>) {
    this.#link = link;
  }

  async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>): Promise<unknown> {
    try {
      return await this.#link.call(path, input, options);
    } catch (error) {
      const code = codeOf(error);
      if (ofTheStation.has(code)) attendant?.stationChanged();
      if (code !== 'FRESH_PASSWORD_REQUIRED' || !attendant) throw error;
      if (!(await attendant.askPassword())) throw new ORPCError('CANCELLED');
      return this.#link.call(path, input, options);
    }
  }
}

interface Answering {
  next(): Promise<{ headers: Record<string, string | readonly string[] | undefined> }>;
}

/** Takes the notices off an answer. */
export async function takeNotices<Options extends Answering>(
  options: Options,
): Promise<Awaited<ReturnType<Options['next']>>> {
  const answer = (await options.next()) as Awaited<ReturnType<Options['next']>>;
  const written = answer.headers[NOTICES_HEADER];
  if (typeof written === 'string') attendant?.tell(JSON.parse(decodeURIComponent(written)) as Message[]);
  return answer;
}
