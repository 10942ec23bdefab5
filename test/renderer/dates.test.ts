import { describe, expect, it } from 'vitest';
import { formatAge, yearsBetween } from '#renderer/app/dates.ts';

describe('an age', () => {
  it.each([
    ['1984-03-12', '2026-03-11', 41],
    ['1984-03-12', '2026-03-12', 42],
    ['1984-03-12', '2026-03-13', 42],
    ['1984-03-12', '2026-02-28', 41],
    ['1984-03-12', '2026-04-01', 42],
    ['2000-02-29', '2025-02-28', 24],
    ['2000-02-29', '2025-03-01', 25],
    ['2000-02-29', '2024-02-29', 24],
    ['1999-12-31', '2026-01-01', 26],
  ])('of somebody born on %s is on %s %d years', (born, on, years) => {
    expect(yearsBetween(born, on)).toBe(years);
    expect(formatAge(born, on)).toBe(`${years} y`);
  });

  it('is told in days and months for the youngest', () => {
    expect(formatAge('2026-03-12', '2026-03-12')).toMatch(/^0 d/);
    expect(formatAge('2026-03-12', '2026-03-13')).toMatch(/^1 d/);
    expect(formatAge('2024-03-12', '2026-03-11')).toMatch(/^23 m/);
    expect(formatAge('2024-03-12', '2026-03-12')).toMatch(/^2 y/);
  });
});
