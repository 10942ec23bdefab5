import { configureGlobal } from 'fast-check';
import { beforeEach } from 'vitest';

/**
 * Where chance begins in this run: another number each time, chosen in `vitest.config.ts`. To be imported by every test
 * that draws lots; when one fails it says how to draw the same again.
 */
export const seed = Number(process.env.CLINIC_FUZZ_SEED);
export const howToRepeat = `CLINIC_FUZZ_SEED=${seed} draws the same again`;

configureGlobal({ seed });
beforeEach(({ onTestFailed }) => {
  onTestFailed(() => void process.stderr.write(`\n*** ${howToRepeat} ***\n\n`));
});
