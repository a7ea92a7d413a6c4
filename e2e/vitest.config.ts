import { defineConfig } from 'vitest/config';

/** Stories in a real browser against a demonstration company of their own. One file at a time: they share the company. */
export default defineConfig({
  test: {
    name: 'e2e',
    include: ['e2e/**/*.spec.ts'],
    globalSetup: ['e2e/support/demo-server.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    sequence: { shuffle: false },
  },
});
