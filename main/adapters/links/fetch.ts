import { lookup } from 'node:dns/promises';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { LinkFetcher } from '#main/ports.ts';
import { Refusal } from '#main/refusal.ts';
import { hostOf, isPublicAddress, parseLink } from './addresses.ts';

const MOST_BYTES = 10 * 1024 * 1024;
const MOST_REDIRECTS = 3;
const TIMEOUT_MS = 10_000;
const OFFLINE = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'ENODATA']);

export interface LinkOptions {
  /** All addresses of a host. */
  resolve?: (host: string) => Promise<string[]>;
  isAllowed?: (address: string) => boolean;
  protocols?: readonly string[];
  timeoutMs?: number;
}

type Problem = 'address' | 'private' | 'offline' | 'notFound' | 'redirects' | 'tooLarge' | 'slow' | 'failed';

const refusal = (problem: Problem) =>
  new Refusal(problem === 'tooLarge' ? 'TOO_LARGE' : 'VALIDATION', {
    sentence: { key: `images.problem.${problem}`, params: { limit: MOST_BYTES / 1024 / 1024 } },
  });

const resolveByDns = async (host: string) => (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * Fetches a file from a public address and nowhere else. A name is resolved once, every address it has must be public, and
 * the connection goes to the one that was checked, so that no second answer of the resolver can lead elsewhere. A redirect
 * starts all of that anew. Raises refusals with a sentence.
 */
export function createLinkFetcher(options: LinkOptions = {}): LinkFetcher {
  const { resolve = resolveByDns, isAllowed = isPublicAddress, protocols, timeoutMs = TIMEOUT_MS } = options;

  const checkedAddress = async (url: URL): Promise<string> => {
    const host = hostOf(url);
    const addresses = isIP(host) ? [host] : await resolve(host);
    const [first] = addresses;
    if (first === undefined) throw refusal('notFound');
    if (!addresses.every(isAllowed)) throw refusal('private');
    return first;
  };

  const follow = async (address: string, base: URL | null, redirects: number, signal: AbortSignal): Promise<Buffer> => {
    const whole = base && URL.canParse(address, base.href) ? new URL(address, base).href : address;
    const url = parseLink(whole, protocols);
    if (!url) throw refusal('address');
    const answer = await get(url, await checkedAddress(url), signal);
    const { statusCode = 0, headers } = answer;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      answer.destroy();
      if (redirects >= MOST_REDIRECTS) throw refusal('redirects');
      return follow(headers.location, url, redirects + 1, signal);
    }
    if (statusCode !== 200) {
      answer.destroy();
      throw refusal(statusCode === 404 || statusCode === 410 ? 'notFound' : 'failed');
    }
    return readAll(answer);
  };

  return async (address) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const tooLate = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(refusal('slow')));
    });
    const fetched = follow(address, null, 0, signal).catch((error) => {
      throw explained(error, signal);
    });
    fetched.catch(() => undefined);
    return Promise.race([fetched, tooLate]);
  };
}

/** Asks the checked address itself; the name goes along for the certificate and the Host header only. */
function get(url: URL, address: string, signal: AbortSignal): Promise<IncomingMessage> {
  const family = isIP(address);
  const request = url.protocol === 'https:' ? https.get : http.get;
  return new Promise((resolve, reject) => {
    const options = {
      agent: false as const,
      signal,
      headers: {
        accept: 'image/webp,image/png,image/jpeg',
        'accept-encoding': 'identity',
        'user-agent': 'Clinic Desk',
      },
      lookup: ((_host: string, { all }: { all?: boolean }, done: (...answer: unknown[]) => void) =>
        all ? done(null, [{ address, family }]) : done(null, address, family)) as never,
    };
    request(url, options, resolve).on('error', reject);
  });
}

async function readAll(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  if (Number(answer.headers['content-length'] ?? 0) > MOST_BYTES) {
    answer.destroy();
    throw refusal('tooLarge');
  }
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      answer.destroy();
      throw refusal('tooLarge');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function explained(error: unknown, signal: AbortSignal): Refusal {
  if (error instanceof Refusal) return error;
  if (signal.aborted) return refusal('slow');
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return refusal(OFFLINE.has(code) ? 'offline' : 'failed');
}
