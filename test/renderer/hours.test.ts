import { describe, expect, it } from 'vitest';
import {
  dayNames,
  describeWeek,
  formatDay,
  formatTime,
  fromField,
  nextSpan,
  toField,
  type Week,
} from '#renderer/app/hours.ts';

const MORNING: [number, number] = [9 * 60, 12 * 60];
const AFTERNOON: [number, number] = [13 * 60, 17 * 60 + 30];

describe('the hours of a week', () => {
  it('begin on Monday', () => {
    expect(dayNames).toHaveLength(7);
    expect(dayNames[0]).toBe(new Intl.DateTimeFormat(undefined, { weekday: 'long' }).format(new Date(2024, 0, 1)));
  });

  it('are said by the days on which there are any', () => {
    const week: Week = [[MORNING, AFTERNOON], [], [AFTERNOON], [], [], [], []];
    const from = (span: [number, number]) => `${formatTime(span[0])} – ${formatTime(span[1])}`;
    expect(formatDay([MORNING, AFTERNOON])).toBe(`${from(MORNING)}, ${from(AFTERNOON)}`);
    expect(describeWeek(week)).toBe(
      `${dayNames[0]} ${from(MORNING)}, ${from(AFTERNOON)}\n${dayNames[2]} ${from(AFTERNOON)}`,
    );
    expect(describeWeek([[], [], [], [], [], [], []])).toBe('');
  });

  it.each([
    [0, '00:00'],
    [9 * 60 + 5, '09:05'],
    [23 * 60 + 59, '23:59'],
  ])('go into a time field and come back: %d minutes are %s', (minutes, text) => {
    expect(toField(minutes)).toBe(text);
    expect(fromField(text)).toBe(minutes);
  });

  it('show the end of the day as its last minute, and nothing half typed', () => {
    expect(toField(24 * 60)).toBe('23:59');
    expect(fromField('')).toBeNull();
    expect(fromField('9:5')).toBeNull();
  });

  it('propose a day, then an afternoon after a break, and never past midnight', () => {
    expect(nextSpan([])).toEqual([9 * 60, 17 * 60]);
    expect(nextSpan([MORNING])).toEqual([13 * 60, 16 * 60]);
    const late = nextSpan([[20 * 60, 24 * 60]]);
    expect(late[0]).toBeLessThan(late[1]);
    expect(late[1]).toBeLessThanOrEqual(24 * 60);
  });
});
