import { addRound } from './aesRound.ts';

/**
 * Whether AEGIS-256 (draft-irtf-cfrg-aegis-aead) takes a text for untouched. SQLite reads and writes every page with its
 * own cipher; this one writes nothing and hands out no text. It looks at pages that SQLite never reads (free ones) and at
 * those it cannot read (the first one), which tells damage from a key that does not fit.
 */

/** A block of 16 bytes is four little-endian words; the state is six blocks, and room for one more while it changes. */
const BLOCK = 4;
const STATE = 6 * BLOCK;

const CONSTANT_0 = wordsOf(Buffer.from('000101020305080d1522375990e97962', 'hex'));
const CONSTANT_1 = wordsOf(Buffer.from('db3d18556dc22ff12011314273b528dd', 'hex'));
const NOTHING = new Int32Array(BLOCK);

/** A key, a nonce or a text as words; what is missing of its last block is zero. All our processors are little-endian. */
export function wordsOf(bytes: Uint8Array): Int32Array {
  const padded = new Uint8Array(Math.ceil(bytes.length / 16) * 16);
  padded.set(bytes);
  return new Int32Array(padded.buffer);
}

/** The key stream of a key and a nonce (eight words each), so many words (a multiple of four) of it. */
export function keyStream(key: Int32Array, nonce: Int32Array, length: number): Int32Array {
  const state = begun(key, nonce);
  const stream = new Int32Array(length);
  for (let at = 0; at < length; at += BLOCK) {
    for (let i = 0; i < BLOCK; i += 1) stream[at + i] = mask(state, i);
    update(state, NOTHING, 0);
  }
  return stream;
}

/** True when a text of so many bytes (a multiple of four) was sealed with this key and nonce under this tag (eight words). */
export function isAuthentic(
  text: Int32Array,
  bytes: number,
  tag: Int32Array,
  key: Int32Array,
  nonce: Int32Array,
): boolean {
  const state = begun(key, nonce);
  const block = new Int32Array(BLOCK);
  for (let at = 0; at < bytes / 4; at += BLOCK) {
    for (let i = 0; i < BLOCK; i += 1) block[i] = at + i < bytes / 4 ? word(text, at + i) ^ mask(state, i) : 0;
    update(state, block, 0);
  }
  return tagOf(state, bytes).every((value, at) => value === tag[at]);
}

const word = (words: Int32Array, at: number) => words[at] as number;

function begun(key: Int32Array, nonce: Int32Array): Int32Array {
  const both = key.map((value, at) => value ^ word(nonce, at));
  const state = new Int32Array(STATE + BLOCK);
  state.set(both);
  state.set(CONSTANT_1, 2 * BLOCK);
  state.set(CONSTANT_0, 3 * BLOCK);
  for (let i = 0; i < BLOCK; i += 1) {
    state[4 * BLOCK + i] = word(key, i) ^ word(CONSTANT_0, i);
    state[5 * BLOCK + i] = word(key, BLOCK + i) ^ word(CONSTANT_1, i);
  }
  for (let round = 0; round < 4; round += 1) {
    for (const blocks of [key, both]) {
      update(state, blocks, 0);
      update(state, blocks, BLOCK);
    }
  }
  return state;
}

/** What a word of the text is hidden with. */
const mask = (s: Int32Array, i: number) =>
  word(s, 4 + i) ^ word(s, 16 + i) ^ word(s, 20 + i) ^ (word(s, 8 + i) & word(s, 12 + i));

/** Every block takes in the round of the one before it, the last one first, so that none is needed again as it was. */
function update(state: Int32Array, message: Int32Array, at: number): void {
  state.copyWithin(STATE, 5 * BLOCK, STATE);
  for (let block = 5 * BLOCK; block > 0; block -= BLOCK) addRound(state, block, block - BLOCK);
  addRound(state, 0, STATE);
  for (let i = 0; i < BLOCK; i += 1) state[i] = word(state, i) ^ word(message, at + i);
}

function tagOf(state: Int32Array, bytes: number): Int32Array {
  const lengths = state.slice(3 * BLOCK, 4 * BLOCK);
  lengths[2] = word(lengths, 2) ^ (bytes * 8);
  for (let round = 0; round < 7; round += 1) update(state, lengths, 0);
  return Int32Array.from({ length: 2 * BLOCK }, (_, at) => {
    const from = at < BLOCK ? at : 2 * BLOCK + at;
    return word(state, from) ^ word(state, from + BLOCK) ^ word(state, from + 2 * BLOCK);
  });
}
