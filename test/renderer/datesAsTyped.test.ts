import { assert, date, property } from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import '#test/support/seed.ts';

/** A field that is left writes its date out, and must understand that when something in it is changed. */
const days = date({ min: new Date('1880-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }).map((day) =>
  day.toISOString().slice(0, 10),
);
afterAll(() => vi.unstubAllGlobals());

/** The page as it runs on a computer that speaks this language. */
async function on(language: string) {
  vi.resetModules();
  vi.stubGlobal('navigator', { language });
  return import('#renderer/app/parseDate.ts');
}

describe('a date as a field shows it', () => {
  it.each(['en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES', 'pl-PL', 'pt-BR', 'tr-TR', 'ru-RU', 'ja-JP', 'ar-EG', 'th-TH'])(
    'is read as the same day on a computer that speaks %s',
    async (language) => {
      const { parseDate, writeDate } = await on(language);
      await assert(property(days, (day) => parseDate(writeDate(day)) === day));
    },
  );

  it('is in words where they are understood', async () => {
    expect((await on('en-GB')).writeDate('1984-03-12')).toBe('12 Mar 1984');
    expect((await on('de-DE')).writeDate('1984-03-12')).toMatch(/^12\. März 1984$/);
    expect((await on('ja-JP')).writeDate('1984-03-12')).toBe('1984-03-12');
  });

  it('is left as it is when it is none', async () => {
    expect((await on('en-GB')).writeDate('someday')).toBe('someday');
  });
});
