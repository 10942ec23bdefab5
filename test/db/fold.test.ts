import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { fold, sortNameOf, words } from '#db/search/fold.ts';
import '#test/support/seed.ts';

test.each([
  ["O'Brien", 'obrien'],
  ['O’Brien', 'obrien'],
  ['O´Brien', 'obrien'],
  ['Smith-Jones', 'smith jones'],
  ['Müller', 'muller'],
  ['Strauß', 'strauss'],
  ['Łukasz Żak', 'lukasz zak'],
  ['Sørensen', 'sorensen'],
  ['Đặng', 'dang'],
  ['Ægir Þórsson', 'aegir thorsson'],
  ['IŞIK ışık', 'isik isik'],
  ['Фёдоров', 'федоров'],
  ['أحمد', 'احمد'],
  ['  de   la\tCruz ', 'de la cruz'],
  ['!?', ''],
])('folds %s to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('folding twice changes nothing', async () => {
  await assert(
    property(string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)),
    { numRuns: 2000 },
  );
});

test('a folded word holds letters and digits only', async () => {
  await assert(
    property(string({ unit: 'binary' }), (text) => words(text).every((word) => /^[\p{L}\p{N}]+$/u.test(word))),
    { numRuns: 2000 },
  );
});

test('sorts by family name first', () => {
  expect(sortNameOf({ familyName: "O'Neill", givenName: 'Zoë', middleName: 'Ann-Marie' })).toBe('oneill zoe ann marie');
});
