import { defineConfig } from 'playwright/test';

/** What only a desktop app has: menus, dialogs, a place on the screen, links of the system. */
const electronOnly = [
  'pageProcess.spec.ts',
  'walls.spec.ts',
  'links.spec.ts',
  'desktop.spec.ts',
  'folders.spec.ts',
  'fullDisk.spec.ts',
  'moveData.spec.ts',
  'restart.spec.ts',
  'wallsOutward.spec.ts',
];
/** What is done to the browser host itself. */
const browserOnly = ['host.spec.ts', 'hostKilled.spec.ts'];

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/runs',
  // Ends what hangs; how busy the machine is must not decide.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  use: { actionTimeout: 15_000 },
  // What passes at the second try has failed.
  retries: 0,
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [['list']],
  projects: [
    { name: 'electron', testIgnore: browserOnly },
    { name: 'browser', testIgnore: electronOnly },
  ].filter(({ name }) => (process.env.CLINIC_E2E_HOSTS ?? 'electron,browser').split(',').includes(name)),
});
