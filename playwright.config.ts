import { defineConfig } from '@playwright/test';
import { slowness } from './tests/support/slow-page';

/**
 * Two windows on the same application: Electron's own and a browser's on the loopback host. What is written for one of
 * them alone lies in a folder of its name; everything else in tests/e2e runs in both.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  // One application at a time: they share one display and two cores.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  // A start that had to be made again (tests/support/launch-electron.ts) fits in.
  timeout: 150_000 * slowness(),
  expect: { timeout: 10_000 * slowness() },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  globalSetup: './tests/support/build-before-e2e.ts',
  forbidOnly: true,
  projects: [
    { name: 'electron', testIgnore: ['**/browser/**', '**/real-plans/**'] },
    { name: 'browser', testIgnore: ['**/electron/**', '**/real-plans/**'] },
    // Plans that lie outside the repository; in the browser's window alone.
    { name: 'real-plans', testMatch: ['**/real-plans/**'] },
  ],
});
