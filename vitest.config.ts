import { defineConfig } from 'vitest/config';

// Four projects: `unit` needs nothing but Node; `database` runs against a real PostgreSQL; `acceptance` runs the
// commands a newcomer runs, as processes; `browser` drives Chromium over the running site. The last two come one after the
// other behind the rest, and their files two at a time: each has a home and a port of its own, and mostly waits.
export default defineConfig({
  test: {
    // One for each core: Vitest would leave a core to itself, of the two that there may be.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}', 'lint/**/*.test.ts'],
          exclude: ['src/**/*.database.test.{ts,tsx}'],
          // Properties are tried some hundred times, which a busy machine is slow at.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'database',
          isolate: false,
          include: ['src/**/*.database.test.{ts,tsx}', 'test/{database,security}/**/*.test.ts'],
          globalSetup: ['test/database/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'acceptance',
          include: ['test/acceptance/**/*.test.ts'],
          globalSetup: ['test/loaded-home.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/loaded-home.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
