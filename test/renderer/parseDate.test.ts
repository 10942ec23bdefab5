import { describe, expect, it } from 'vitest';
import { parseDate } from '#renderer/app/parseDate.ts';

const read = (text: string, options = {}) => parseDate(text, { order: 'day', thisYear: 2026, ...options });

describe('a date as people type it', () => {
  it.each([
    '12/3/84',
    '12.3.1984',
    '12-03-84',
    '12 mar 1984',
    '12 March 84',
    'Mar 12, 1984',
    '12th of March 1984',
    '1984-03-12',
    '1984/3/12',
    '12031984',
    '120384',
    '19840312',
    ' 12 / 3 / 84 ',
  ])('reads %s', (text) => {
    expect(read(text)).toBe('1984-03-12');
  });

  it('reads the month first where the computer writes it first', () => {
    expect(read('3/12/84', { order: 'month' })).toBe('1984-03-12');
  });

  it('reads the day first between dots on every computer', () => {
    expect(read('12.3.1984', { order: 'month' })).toBe('1984-03-12');
    expect(read('12. 3. 84', { order: 'month' })).toBe('1984-03-12');
    expect(read('1984.3.12', { order: 'month' })).toBe('1984-03-12');
  });

  it('turns the parts round when only one order is a day', () => {
    expect(read('3/25/1984')).toBe('1984-03-25');
  });

  it('takes two digits for the past, unless what is asked for lies ahead', () => {
    expect(read('1/2/26')).toBe('2026-02-01');
    expect(read('1/2/27')).toBe('1927-02-01');
    expect(read('1/2/27', { ahead: true })).toBe('2027-02-01');
  });

  it.each(['31/2/1990', '12 foo 1984', 'tomorrow', '12/3', '', '1/2/3/4', '12 mar'])(
    'does not guess at “%s”',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});
