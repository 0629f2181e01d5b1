import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { build, packageApp } from './lib/build.mjs';
import { countsOf, NONE, sum } from './lib/counts.mjs';
import { openDisplay } from './lib/display.mjs';
import { ROOT, SetupError, showTool } from './lib/run.mjs';
import { main, setUp } from './lib/setup.mjs';

const say = (line) => console.log(line);
let counts = NONE;

/** Runs a stage, says how long it took, and ends the run with its words when it fails. */
async function stage(name, work) {
  const start = performance.now();
  const ended = (how) => say(`== ${name}: ${how} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  say(`\n== ${name}`);
  let done = false;
  try {
    done = (await work()) !== false;
  } finally {
    ended(done ? 'done' : 'FAILED');
  }
  if (!done) throw new SetupError(`${name} failed; see above.`);
}

const tool = async (command, args, packageName) =>
  (await showTool(command, args, packageName ? { packageName } : {})) === 0;

/** Runs vitest projects and adds what really ran to the counts. */
async function vitest(projects, env = {}) {
  const report = join(ROOT, `build/vitest-${projects.join('-')}.json`);
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  rmSync(report, { force: true });
  const named = projects.flatMap((project) => ['--project', project]);
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await showTool('vitest', ['run', ...named, ...output], { env: { ...process.env, ...env } });
  if (!existsSync(report)) return false;
  const ran = countsOf(JSON.parse(readFileSync(report, 'utf8')));
  counts = sum(counts, ran);
  return code === 0 && ran.failed === 0 && ran.passed > 0;
}

/** As many apps at once as there are cores, each on a display of its own: one focus, one clipboard. */
async function endToEnd() {
  const displays = [];
  try {
    for (let core = 0; core < Math.min(availableParallelism(), 4); core++)
      displays.push(await openDisplay({ always: true }));
    const names = displays.map(({ env }) => env.DISPLAY ?? '').join(' ');
    return await vitest(['e2e'], { ...displays[0]?.env, TOUCHSTONE_TEST_DISPLAYS: names });
  } finally {
    for (const display of displays) display.close();
  }
}

async function stages() {
  let runtime;
  await stage('Set-up', () => {
    runtime = setUp({ tests: true });
  });
  await stage('Format', () => tool('biome', ['check', '.'], '@biomejs/biome'));
  await stage('Lint', () => tool('oxlint', ['--type-aware', '--deny-warnings']));
  await stage('Unused code', () => tool('knip', []));
  await stage('Types', () => tool('tsc', ['--noEmit', '-p', 'tsconfig.json'], 'typescript'));
  await stage('Unit, property, component and architecture tests', () => vitest(['unit', 'ui']));
  await stage('Build', () => {
    build(say);
  });
  await stage('Package', () => {
    packageApp(say, runtime, { inspect: true });
  });
  await stage('End-to-end tests', endToEnd);
}

await main(async () => {
  let code = 0;
  try {
    await stages();
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error);
    code = 1;
  }
  if (counts.skipped > 0) say(`\n${counts.skipped} skipped`);
  say(`\n${counts.passed} passed, ${counts.failed} failed`);
  return code;
});
