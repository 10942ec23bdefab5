import { describe, expect, it } from 'vitest';
import { formatMoment, sayMoment } from '#renderer/app/moments.ts';

describe('a moment', () => {
  const now = new Date(2026, 2, 12, 9, 30).getTime();
  const at = (day: number, hour: number) => new Date(2026, 2, day, hour, 5).getTime();

  it('is told by its distance when it is near, by its date when not', () => {
    expect(sayMoment(at(12, 0), now)).toMatch(/^today /);
    expect(sayMoment(at(11, 23), now)).toMatch(/^yesterday /);
    expect(sayMoment(at(10, 9), now)).toBe(formatMoment(at(10, 9)));
    expect(sayMoment(at(13, 9), now)).toBe(formatMoment(at(13, 9)));
  });
});
