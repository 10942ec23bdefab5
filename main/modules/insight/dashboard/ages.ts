import type { Figures } from '#contract/insight/dashboard.ts';
import type { BirthTally } from '#db/queries/insight/figures.ts';

const YEARS = 5;
const BANDS = 20;

/** The age pyramid. People count as a month old from the first of their month on, which no chart can show. */
export function agePyramid(tallies: readonly BirthTally[], now: number): NonNullable<Figures['ages']> {
  const today = new Date(now);
  const thisMonth = today.getFullYear() * 12 + today.getMonth();
  const bands = Array.from({ length: BANDS + 1 }, (_, band) => ({ from: band * YEARS, female: 0, male: 0, other: 0 }));
  for (const { sex, bornIn, patients } of tallies) {
    const months = thisMonth - (Number(bornIn.slice(0, 4)) * 12 + Number(bornIn.slice(5, 7)) - 1);
    const band = bands[Math.min(BANDS, Math.max(0, Math.floor(months / (12 * YEARS))))];
    if (band) band[sex === 'female' || sex === 'male' ? sex : 'other'] += patients;
  }
  return bands;
}
