import type { Reader } from '#db/engine.ts';
import { statement } from '#db/sqlite/prepared.ts';
import { afterAll } from './dictionary.ts';

const shortest = 3;
const longest = 24;
const mostBranches = 64;

/**
 * Spellings that some patient's name has or begins with and that are one slip of the hand (a letter wrong, missing,
 * doubled or swapped with its neighbour) from `typed`; whole words first, the most used first, at most `limit`.
 * The sorted dictionary is walked like a tree, so the cost hangs on the word typed, not on how many words there are.
 */
export function corrections(reader: Reader, typed: string, limit: number): string[] {
  const letters = [...typed];
  if (letters.length < shortest || letters.length > longest) return [];
  const guesses = new Set<string>();
  for (let at = 0; at <= letters.length; at++) {
    const [before, letter = '', next = '', rest] = [
      letters.slice(0, at).join(''),
      letters[at],
      letters[at + 1],
      tail(letters, at + 2),
    ];
    const branches = nextLetters(reader, before);
    if (branches.length === 0) break;
    if (letter) guesses.add(before + next + rest).add(before + next + letter + rest);
    for (const branch of branches) {
      if (letter) guesses.add(before + branch + next + rest);
      guesses.add(before + branch + letter + next + rest);
    }
  }
  guesses.delete(typed);
  return ranked(reader, [...guesses]).slice(0, limit);
}

const tail = (letters: string[], from: number) => letters.slice(from).join('');

/** The letters that follow `start` in the words of the dictionary. */
function nextLetters(reader: Reader, start: string): string[] {
  const seek = statement(reader, 'select word from name_word where word >= ? and word < ? limit 1').pluck();
  const found: string[] = [];
  let from = start;
  while (found.length < mostBranches) {
    const word = seek.get(from, start + afterAll) as string | undefined;
    if (word === undefined) break;
    const letter = word.slice(start.length)[Symbol.iterator]().next().value;
    if (letter) found.push(letter);
    from = letter ? start + letter + afterAll : `${start}\u0000`;
  }
  return found;
}

function ranked(reader: Reader, guesses: string[]): string[] {
  const find = statement(reader, 'select word, uses from name_word where word >= ? and word < ? limit 1');
  const known: Array<{ guess: string; rank: number }> = [];
  for (const guess of guesses) {
    const first = find.get(guess, guess + afterAll) as { word: string; uses: number } | undefined;
    if (first) known.push({ guess, rank: first.word === guess ? first.uses : 0 });
  }
  return known.sort((a, b) => b.rank - a.rank || (a.guess < b.guess ? -1 : 1)).map(({ guess }) => guess);
}
