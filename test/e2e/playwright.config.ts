import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/runs',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: { actionTimeout: 15_000 },
  // A busy machine may miss a moment once; missing it twice is a fault, and what passed at the second try is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [['list']],
  projects: [{ name: 'electron' }, { name: 'browser', testIgnore: ['walls.spec.ts', 'links.spec.ts'] }].filter(
    ({ name }) => (process.env.CLINIC_E2E_HOSTS ?? 'electron,browser').split(',').includes(name),
  ),
});
