/** One round of AES on blocks of four little-endian words, by the usual table of the substitution and the mixing together. */

const table = Int32Array.from(substitutions(), (value) => {
  const doubled = ((value << 1) ^ (value & 0x80 ? 0x11b : 0)) & 0xff;
  return doubled | (value << 8) | (value << 16) | ((doubled ^ value) << 24);
});

/** Takes into the block at `into` the round of the block at `from`; of words that are all there. */
export function addRound(words: Int32Array, into: number, from: number): void {
  const a = at(words, from);
  const b = at(words, from + 1);
  const c = at(words, from + 2);
  const d = at(words, from + 3);
  words[into] = at(words, into) ^ column(a, b, c, d);
  words[into + 1] = at(words, into + 1) ^ column(b, c, d, a);
  words[into + 2] = at(words, into + 2) ^ column(c, d, a, b);
  words[into + 3] = at(words, into + 3) ^ column(d, a, b, c);
}

function column(a: number, b: number, c: number, d: number): number {
  const second = at(table, (b >>> 8) & 0xff);
  const third = at(table, (c >>> 16) & 0xff);
  const fourth = at(table, d >>> 24);
  return (
    at(table, a & 0xff) ^
    ((second << 8) | (second >>> 24)) ^
    ((third << 16) | (third >>> 16)) ^
    ((fourth << 24) | (fourth >>> 8))
  );
}

const at = (words: Int32Array, place: number) => words[place] as number;

/** The substitution of AES: the inverse in its field of 256 numbers, and an affine map after it. */
function substitutions(): number[] {
  const found = new Array<number>(256).fill(0x63);
  let [power, inverse] = [1, 1];
  do {
    power = (power ^ (power << 1) ^ (power & 0x80 ? 0x1b : 0)) & 0xff;
    for (const shift of [1, 2, 4]) inverse = (inverse ^ (inverse << shift)) & 0xff;
    if (inverse & 0x80) inverse ^= 0x09;
    const turned = [1, 2, 3, 4].reduce((sum, by) => sum ^ (inverse << by) ^ (inverse >>> (8 - by)), inverse);
    found[power] = (turned & 0xff) ^ 0x63;
  } while (power !== 1);
  return found;
}
