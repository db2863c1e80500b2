import { defineConfig } from 'vitest/config';

/** One project a kind of test, so that `npm test` can add their totals up. */
const project = (name: string, timeout: number, setupFiles: string[] = [], isolate = true) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    environment: 'node' as const,
    testTimeout: timeout,
    hookTimeout: timeout,
    setupFiles,
    isolate,
  },
});

export default defineConfig({
  test: {
    projects: [
      // Many small files of pure functions: loading the same modules for each of them took most of the time.
      project('unit', 20_000, [], false),
      project('property', 60_000, ['tests/support/property-seed.ts']),
      project('contract', 60_000),
      project('golden', 60_000),
      project('faults', 300_000),
      project('cli', 120_000),
    ],
    passWithNoTests: true,
    // Runs side by side would write the same file of earlier durations.
    cache: false,
  },
});
