import { keyedHash, seal, unseal } from '#main/services/secrets.ts';
import { type Entry, freeze } from './entry.ts';
import type { Coder } from './store.ts';

/** As text, inside the encrypted database. */
export const asText = (key: Buffer): Coder => ({
  name: (name) => keyedHash(key, name),
  encode: (entry) => JSON.stringify(entry),
  decode: (stored) => (typeof stored === 'string' ? parse(stored) : undefined),
});

/** Sealed, for places outside of the database: neither keys nor values tell anything there, and nobody can change them. */
export const asSealedText = (key: Buffer): Coder => ({
  name: (name) => keyedHash(key, name),
  encode: (entry) => seal(key, Buffer.from(JSON.stringify(entry)), 'cache').toString('base64'),
  decode(stored) {
    if (typeof stored !== 'string') return undefined;
    const plain = unseal(key, Buffer.from(stored, 'base64'), 'cache');
    return plain ? parse(plain.toString()) : undefined;
  },
});

function parse(text: string): Entry | undefined {
  try {
    return freeze(JSON.parse(text) as Entry);
  } catch {
    return undefined;
  }
}
