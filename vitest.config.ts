import { randomInt } from 'node:crypto';
import { defineConfig } from 'vitest/config';

const MOST = 2 ** 31 - 1;
/** What is drawn by lot is drawn anew in every run; the number that is said repeats one. */
const seed = process.env.CLINIC_FUZZ_SEED ?? String(randomInt(MOST));
process.stderr.write(`random tests begin at CLINIC_FUZZ_SEED=${seed}\n`);

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**'],
    pool: 'forks',
    // They end what hangs; how busy the machine is must not decide.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    env: { CLINIC_FUZZ_SEED: seed },
    // What passes at the second try has failed.
    retry: 0,
  },
});
