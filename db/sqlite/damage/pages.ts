import { isAuthentic, keyStream, wordsOf } from './aegis256.ts';

/** Bytes of a page of our databases, and of the tag and nonce at its end. */
export const PAGE = 4096;
const SEAL = 32;
const TEXT = PAGE - 2 * SEAL;

/** The first page begins with the salt, which our random key does not use, and eight bytes that stand open. */
const SALT = 16;
const OPEN = Buffer.from([PAGE >> 8, PAGE & 0xff, 2, 2, 2 * SEAL, 64, 32, 32]);

/** Says of a page, by its number from 1, whether it is as it was sealed with the key. */
export type PageCheck = (page: Buffer, number: number) => boolean;

/** A data key made ready for looking at pages. */
export function pageCheck(key: Buffer): PageCheck {
  const words = wordsOf(key);
  return (page, number) => isPageAuthentic(page, number, words);
}

/** As SQLite3 Multiple Ciphers seals a page: with a key and a nonce of its own, made of the page's random nonce and number. */
function isPageAuthentic(page: Buffer, number: number, key: Int32Array): boolean {
  const hidden = number === 1 ? SALT + OPEN.length : 0;
  if (number === 1 && !page.subarray(SALT, hidden).equals(OPEN)) return false;
  const once = keyStream(key, wordsOf(page.subarray(TEXT + SEAL)), 16);
  new DataView(once.buffer).setUint32(60, number);
  const tag = wordsOf(page.subarray(TEXT, TEXT + SEAL));
  return isAuthentic(wordsOf(page.subarray(hidden, TEXT)), TEXT - hidden, tag, once.subarray(0, 8), once.subarray(8));
}
