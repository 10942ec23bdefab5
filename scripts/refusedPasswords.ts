import { writeFileSync } from 'node:fs';
import { dictionary } from '@zxcvbn-ts/language-common';

/**
 * Makes assets/refused-passwords.txt: what people do to reach fifteen characters without thinking of anything new --
 * an often used password again and again, two of them, one with a run of digits or a year, runs along the keyboard.
 * Run it by hand (node scripts/refusedPasswords.ts) when the dictionary changes.
 */

const SHORTEST = 15;
const common: readonly string[] = dictionary['passwords-common'];
const words = common.filter((word) => /^[a-z]{5,}$/.test(word)).slice(0, 400);
const endings = [
  '123456789',
  '1234567890',
  '12345678910',
  '123123123',
  '!@#$%^&*()',
  '000000000',
  '2024',
  '2025',
  '2026',
];
const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '1q2w3e4r5t6y7u8i9o0p'];
const phrases = [
  'correcthorsebatterystaple',
  'correct horse battery staple',
  'iloveyouforever',
  'iloveyousomuch',
  'letmeinletmein!',
  'thisismypassword',
  'mypasswordis123',
  'passwordpassword1',
  'nopasswordneeded',
  'changemechangeme',
  'welcometotheclinic',
  'hospitalpassword',
  'doctordoctordoctor',
  'receptionpassword',
  'administrator123',
  'administratoradministrator',
];

const repeated = (word: string) => word.repeat(Math.ceil(SHORTEST / word.length));
const runs = rows.flatMap((row) => [
  repeated(row),
  repeated([...row].reverse().join('')),
  ...rows.filter((other) => other !== row).map((other) => row + other),
]);
const made = [
  ...common.filter((word) => word.length >= SHORTEST),
  ...common.slice(0, 1500).map(repeated),
  ...words.flatMap((word) => endings.map((ending) => repeatedTo(word, ending))),
  ...words.slice(0, 45).flatMap((first) => words.slice(0, 45).map((second) => first + second)),
  ...words.slice(0, 45).flatMap((first) => words.slice(0, 12).map((second) => `${first}${second}123`)),
  ...runs,
  ...phrases,
];

/** The word, once or often enough, and then the ending. */
function repeatedTo(word: string, ending: string): string {
  const times = Math.max(1, Math.ceil((SHORTEST - ending.length) / word.length));
  return word.repeat(times) + ending;
}

const list = [...new Set(made.map((word) => word.normalize('NFKC').toLowerCase()))].filter(
  (word) => [...word].length >= SHORTEST && [...word].length <= 40,
);
writeFileSync('assets/refused-passwords.txt', `${list.sort().join('\n')}\n`);
