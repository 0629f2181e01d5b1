import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Displays for end-to-end tests, see scripts/test.mjs; without them there is one, the screen. */
const displays = (process.env['TOUCHSTONE_TEST_DISPLAYS'] ?? '').split(' ').filter((name) => name !== '');

export default defineConfig({
  test: {
    // Vitest leaves a core to nobody.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'test/{core,commands,workers,storage,app,main,ipc,importers,seeds,architecture,scripts,state}/**/*.test.ts',
          ],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'happy-dom',
          include: ['test/ui/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'soak',
          include: ['test/soak/**/*.soak.ts'],
          fileParallelism: false,
          testTimeout: 3_600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          // What is waited for comes soon, but on a busy machine not within the second Vitest gives it.
          expect: { poll: { timeout: 15_000 } },
          include: ['test/e2e/**/*.test.ts'],
          setupFiles: ['test/support/own-display.ts'],
          fileParallelism: displays.length > 1,
          maxWorkers: Math.max(displays.length, 1),
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
