import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, packageApp } from './lib/build.mjs';
import { openDisplay } from './lib/display.mjs';
import { bin, ROOT, SetupError, show } from './lib/run.mjs';
import { main, setUp } from './lib/setup.mjs';

const COUNTS = { passed: 0, failed: 0, skipped: 0 };

/** Runs a stage, says how long it took, and ends the run with its words when it fails. */
async function stage(name, work) {
  const start = performance.now();
  console.log(`\n== ${name}`);
  const result = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`== ${name}: ${result === false ? 'FAILED' : 'done'} in ${seconds} s`);
  if (result === false) throw new SetupError(`${name} failed; see above.`);
}

const program =
  (name, ...args) =>
  async () =>
    (await show(bin(name), args)) === 0;

/** Runs vitest projects and adds what really ran to the counts. */
async function vitest(projects, env = {}) {
  const report = join(ROOT, `build/vitest-${projects.join('-')}.json`);
  rmSync(report, { force: true });
  const code = await show(
    bin('vitest'),
    [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env: { ...process.env, ...env } },
  );
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  COUNTS.passed += numPassedTests;
  COUNTS.failed += numFailedTests;
  COUNTS.skipped += numPendingTests;
  return code === 0 && numPassedTests > 0;
}

async function endToEnd() {
  const display = await openDisplay({ always: true });
  try {
    return await vitest(['e2e'], display.env);
  } finally {
    display.close();
  }
}

await main(async () => {
  const say = (line) => console.log(line);
  let runtime;
  try {
    await stage('Set-up', () => {
      runtime = setUp({ tests: true });
    });
    await stage('Format', program('biome', 'check', '.'));
    await stage('Lint', program('oxlint', '--type-aware', '--deny-warnings'));
    await stage('Unused code', program('knip'));
    await stage('Types', program('tsc', '--noEmit', '-p', 'tsconfig.json'));
    await stage('Build', () => {
      build(say);
    });
    await stage('Unit, property and component tests', () => vitest(['unit', 'ui']));
    await stage('Package', () => {
      packageApp(say, runtime, { inspect: true });
    });
    await stage('End-to-end tests', endToEnd);
  } finally {
    const { passed, failed, skipped } = COUNTS;
    console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  }
});
