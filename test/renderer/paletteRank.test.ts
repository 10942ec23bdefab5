import { describe, expect, it, test } from 'vitest';
import { rankByWords } from '#renderer/app/palette/rank.ts';

const entries = [
  { label: 'Patients' },
  { label: 'New patient' },
  { label: 'New doctor' },
  { label: 'Security', words: 'password authenticator' },
  { label: 'Lock now' },
  { label: 'Préférences' },
];
const labels = (some: Array<{ label: string }>) => some.map(({ label }) => label);

describe('a page or action comes before everybody who is found', () => {
  test.each([
    ['lock', 'Lock now'],
    ['new patient', 'New patient'],
    ['new pat', 'New patient'],
    ['patient new', 'New patient'],
    ['password', 'Security'],
    ['PATIENTS', 'Patients'],
    ['preferences', 'Préférences'],
  ])('by "%s"', (text, label) => {
    expect(labels(rankByWords(text, entries).meant)).toEqual([label]);
  });
});

it('comes after everybody when its word was only begun, as a name may be', () => {
  expect(labels(rankByWords('pat', entries).meant)).toEqual([]);
  expect(labels(rankByWords('pat', entries).others)).toEqual(['Patients', 'New patient']);
});

it('is not there when a word does not fit', () => {
  expect(rankByWords('lock smith', entries)).toEqual({ meant: [], others: [] });
});

it('is there in its order before anything is typed', () => {
  expect(rankByWords('', entries)).toEqual({ meant: [], others: entries });
});
