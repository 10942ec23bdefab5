import { expect, it } from 'vitest';
import { reportAsCsv } from '#renderer/features/people/imports/reportAsCsv.ts';

const tally = { created: 1, updated: 0, skipped: 0, refused: 1 };

it('quotes cells and defuses what a spreadsheet would run', () => {
  const csv = reportAsCsv({
    patients: tally,
    practitioners: tally,
    problems: [{ source: '=cmd()', line: 4, reason: 'Says "no", twice' }],
    dryRun: false,
    cancelled: false,
  });
  expect(csv).toContain(`'=cmd(),4,"Says ""no"", twice"\r\n`);
});
