import { defineConfig } from 'vitest/config';

// Sources are tested as sources: the condition makes workspace packages resolve to their `src`.
const conditions = ['@voxolib/source'];
const resolve = { conditions };
/** How long `expect.poll` waits for what will come; its own default of one second is less than a busy machine may need. */
const poll = { timeout: 15_000 };
const ssr = { resolve: { conditions, externalConditions: conditions } };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          include: ['packages/*/{src,test}/**/*.test.{ts,tsx}', 'apps/*/src/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll },
        },
      },
      {
        // The built programs, driven by real clients and a real browser.
        resolve,
        ssr,
        test: {
          name: 'programs',
          include: ['apps/*/test/**/*.test.{ts,tsx}'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll },
        },
      },
    ],
    maxWorkers: 2,
  },
});
