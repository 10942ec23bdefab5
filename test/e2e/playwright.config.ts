import { defineConfig } from 'playwright/test';

/** What only a desktop app has: menus, dialogs, a place on the screen, links of the system. */
const electronOnly = ['walls.spec.ts', 'links.spec.ts', 'desktop.spec.ts', 'folders.spec.ts', 'restart.spec.ts'];
/** What is done to the browser host without a page. */
const browserOnly = ['host.spec.ts'];

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
  projects: [
    { name: 'electron', testIgnore: browserOnly },
    { name: 'browser', testIgnore: electronOnly },
  ].filter(({ name }) => (process.env.CLINIC_E2E_HOSTS ?? 'electron,browser').split(',').includes(name)),
});
