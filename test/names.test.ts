import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { today } from '#contract/ground/fields.ts';
import { familyFirst, fullName, givenNames, plainName, shortName, sortedName } from '#contract/ground/names.ts';

const ngozi = { prefix: 'Dr', givenName: 'Ngozi', middleName: 'Ada', familyName: 'Okafor', suffix: 'Jr' };
const alone = { prefix: '', givenName: '', middleName: '', familyName: 'Sukarno', suffix: '' };

describe('a person’s name', () => {
  it('is put together in the order that its place wants', () => {
    expect(fullName(ngozi)).toBe('Dr Ngozi Ada Okafor Jr');
    expect(givenNames(ngozi)).toBe('Ngozi Ada Jr');
    expect(familyFirst(ngozi)).toBe('OKAFOR Ngozi Ada Jr');
    expect(sortedName(ngozi)).toBe('Okafor, Ngozi Ada');
    expect(shortName(ngozi)).toBe('Dr Okafor');
    expect(plainName(ngozi)).toBe('Ngozi Okafor');
  });

  it('leaves no gap and no comma where somebody has one name only', () => {
    const ways = [fullName, familyFirst, sortedName, shortName, plainName].map((way) => way(alone));
    expect(ways).toEqual(['Sukarno', 'SUKARNO', 'Sukarno', 'Sukarno', 'Sukarno']);
    expect(givenNames(alone)).toBe('');
  });
});

/** What the clinic's people read is written by main and by pages; the database only makes people up. */
const sources = globSync('{main,preload,renderer}/**/*.{ts,tsx}')
  .map((path) => path.replaceAll('\\', '/'))
  .map((name) => ({ name, text: readFileSync(name, 'utf8') }));
const having = (pattern: RegExp, but: string) =>
  sources.filter(({ name, text }) => name !== but && pattern.test(text)).map(({ name }) => name);

/** `${a.givenName} ${a.familyName}`, `<b>{a.familyName}</b> {a.givenName}`, in either order. */
const WRITTEN =
  /\{(?:[\w.?]+\.)?(?:given|family)Name(?:\.\w+\(\))?\}[^{}\n]{1,12}\{(?:(?:[\w.?]+\.)?(?:given|family)Name(?:\.\w+\(\))?\}|givenNames\()/;
/** `<b>{a.familyName}</b> {givenNames(a)}` */
const SHOWN = /familyName\}[^{}\n]{1,12}\{givenNames\(/;
/** `[a.familyName, a.givenName].join(…)`, with or without a filter between. */
const JOINED = /\[[^\][]*\b(?:given|family)Name\b[^\][]*\]\s*(?:\.filter\([^()]*\)\s*)?\.join\(/;
/** `a.familyName + …` */
const ADDED = /\b(?:given|family)Name\s*\+/;
/** A day put together by hand, or the day in Greenwich. */
const DATED = /getFullYear\(\)\}-|toISOString\(\)\.slice\(0, 10\)/;

describe('names and dates', () => {
  it('are looked for', () => expect(sources.length).toBeGreaterThan(500));

  it('of people are joined in one place', () => {
    const place = 'preload/contract/ground/names.ts';
    expect(
      [WRITTEN, JOINED, ADDED]
        .flatMap((pattern) => having(pattern, place))
        .filter((name) => name !== 'renderer/app/PersonName.tsx'),
    ).toEqual([]);
  });

  it('of people are shown, family name first, by one component', () => {
    expect(having(SHOWN, 'renderer/app/PersonName.tsx')).toEqual([]);
  });

  it('of days are written in one place', () => {
    expect(having(DATED, 'preload/contract/ground/fields.ts')).toEqual([]);
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });

  it.each(['{who.givenName} {who.familyName}', '{familyName}, {givenName}', '<b>{who.familyName}</b> {who.givenName}'])(
    'would not get away with %s',
    (line) => expect(line).toMatch(WRITTEN),
  );

  it.each(["[a.givenName, a.familyName].filter(Boolean).join(' ')", "[a.familyName, a.givenName].join(', ')"])(
    'nor with %s',
    (line) => expect(line).toMatch(JOINED),
  );
});
