import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, for session ids and other secrets that are looked up by their hash. */
export const newToken = () => randomBytes(32).toString('base64url');

/** How a secret is stored: SHA-256, enough for values that are random to begin with. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('base64url');

const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** A short id that can be read out over the phone: `K7TM-2QXA`. */
export function readableId(): string {
  const letters = Array.from(randomBytes(8), (byte) => ALPHABET[byte % ALPHABET.length] ?? 'A');
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
