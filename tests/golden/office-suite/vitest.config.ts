import { defineConfig } from 'vitest/config';

/** Apart from the golden tests: these need LibreOffice and Poppler on the machine. */
export default defineConfig({
  test: {
    name: 'office-suite',
    root: import.meta.dirname,
    include: ['**/*.office.ts'],
    environment: 'node',
    testTimeout: 120_000,
  },
});
