import { defineConfig } from 'vitest/config';

const rules = [
  'kernel/**/*.test.ts',
  'modules/*/rules/**/*.test.ts',
  'tools/**/*.test.ts',
  'platform/**/*.test.ts',
  'modules/**/*.test.ts',
  'app/**/*.test.ts',
];
const withDatabase = ['**/*.db.test.ts', '**/*.http.test.ts'];

/** Two projects: what needs nothing, and what needs PostgreSQL. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: rules, exclude: [...withDatabase, '**/node_modules/**'] } },
      {
        test: {
          name: 'database',
          include: withDatabase,
          exclude: ['**/node_modules/**'],
          globalSetup: ['platform/db/test/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
