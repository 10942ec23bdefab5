import { describe, expect, it } from 'vitest';
import { whyUnsupported } from '#scripts/supportedElectron.ts';

const day = (month: number, date: number, year = 2026) => Date.UTC(year, month - 1, date);

describe('the Electron we ship', () => {
  it('is supported while it is one of the newest three', () => {
    expect(whyUnsupported(45, 45, 0)).toBeNull();
    expect(whyUnsupported(45, 47, 0)).toBeNull();
    expect(whyUnsupported(45, 48, 0)).toContain('48 is the newest');
  });

  it('is judged by the calendar where the registry cannot be asked', () => {
    expect(whyUnsupported(45, null, day(11, 21))).toBeNull();
    expect(whyUnsupported(45, null, day(4, 7, 2027))).toContain('out of support');
    expect(whyUnsupported(33, null, day(11, 21))).toContain('does not know when Electron 33');
  });
});
