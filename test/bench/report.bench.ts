import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runtimeInUse } from '../../scripts/lib/runtime.mjs';
import { bundled, NODE_PATH } from '../main/project-file/bundle.ts';
import { linkedCopy, median, type Say } from './big-app.ts';
import type { ReportAsked, ReportTimed } from './report-program.ts';

const ROOT = join(NODE_PATH, '..');
type Size = { readonly content: ReportAsked['content']; readonly claims: number; readonly target?: number };
const SIZES: readonly Size[] = [
  { content: 'plain', claims: 100 },
  { content: 'plain', claims: 1000, target: 1 },
  { content: 'plain', claims: 4000, target: 8 },
  { content: 'worked', claims: 100 },
  { content: 'worked', claims: 1000, target: 1 },
  { content: 'worked', claims: 4000, target: 8 },
];
const GROWTH = 1.15;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
/** Printing that takes so many times as long is ended: the targets are then shown beyond doubt. */
const PATIENCE = 9;
const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** An app of the runtime in use that makes one report in both ways and ends. */
async function reportApp(work: string): Promise<string> {
  const runtime = runtimeInUse();
  if (!runtime) throw new Error('There is no runtime.');
  const folder = join(work, 'runtime');
  linkedCopy(runtime.path, folder);
  const app = join(folder, 'resources/app');
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app, { recursive: true });
  await bundled('test/bench/report-program.ts', app);
  writeFileSync(join(app, 'package.json'), '{"name":"report-bench","main":"program.cjs"}');
  return join(folder, 'electron');
}

function once(executable: string, { claims, content }: Size, work: string): ReportTimed {
  const asked: ReportAsked = {
    claims,
    content,
    program: join(ROOT, 'build/main/report.cjs'),
    templates: join(ROOT, 'resources/report'),
    fonts: join(ROOT, 'resources/fonts'),
    work,
    patience: PATIENCE,
  };
  execFileSync(executable, [...noSandbox, `--user-data-dir=${join(work, 'profile')}`], {
    env: { ...process.env, NODE_PATH, TOUCHSTONE_BENCH: JSON.stringify(asked) },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 30 * 60 * 1000,
  });
  return JSON.parse(readFileSync(join(work, 'timed.json'), 'utf8')) as ReportTimed;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2).padStart(7)} s`;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

type Medians = Size & {
  readonly own: number;
  readonly peer: number;
  readonly outcome: ReportTimed['outcome'];
  readonly pages: number;
  readonly peak: number;
};

const mediansOf = (size: Size, timed: readonly ReportTimed[]): Medians => ({
  ...size,
  own: median(timed.map(({ typeset }) => typeset)),
  peer: median(timed.map(({ printed }) => printed)),
  outcome: timed.find(({ outcome }) => outcome !== 'done')?.outcome ?? 'done',
  pages: median(timed.map(({ pages }) => pages)),
  peak: Math.max(...timed.map(({ peak }) => peak)),
});

/** How often as long printing took, in words that claim no more than was seen. */
function comparison({ own, peer, outcome, target }: Medians): string {
  const times = (peer / own).toFixed(1);
  const aim = target === undefined ? '' : `   (target: at least ${target})`;
  if (outcome === 'failed') return `gave up after ${seconds(peer)}${aim}`;
  return `${seconds(peer)}${outcome === 'late' ? ', not finished' : ''}: ${outcome === 'late' ? 'more than ' : ''}${times} times as long${aim}`;
}

function sayOne(medians: Medians, say: Say): void {
  const { content, claims, pages, own, peak } = medians;
  const head = `${content} ${String(claims).padStart(5)} claims, ${String(pages).padStart(4)} pages`;
  say(
    `  ${head}: ${seconds(own)}, ${(own / claims).toFixed(1)} ms a claim, ${megabytes(peak)} of memory; printToPDF ${comparison(medians)}`,
  );
}

/** Reports of several sizes beside Chromium's printing of the same content. */
async function speeds(work: string, say: Say): Promise<void> {
  const executable = await reportApp(work);
  const runs = SIZES.map((size) => ({ size, timed: [] as ReportTimed[] }));
  for (let round = 0; round < ROUNDS; round++)
    for (const { size, timed } of runs) timed.push(once(executable, size, work));
  const medians = runs.map(({ size, timed }) => mediansOf(size, timed));
  for (const each of medians) sayOne(each, say);
  for (const content of ['plain', 'worked'] as const) {
    const perClaim = (wanted: number): number =>
      (medians.find((each) => each.content === content && each.claims === wanted)?.own ?? Number.NaN) /
      wanted;
    const growth = (perClaim(4000) / perClaim(1000)).toFixed(2);
    say(
      `  ${content}: a claim takes ${growth} times as long among 4,000 as among 1,000   (target: at most ${GROWTH})`,
    );
  }
}

type Checked = { readonly seconds: number; readonly peak: number; readonly leaks: number };

/** The leak check over the last report that was typeset. */
async function leakCheck(work: string, say: Say): Promise<void> {
  const program = await bundled('test/bench/leak-program.ts', join(work, 'leak'));
  const out = execFileSync(process.execPath, [program, join(work, 'typeset.pdf')], {
    env: { ...process.env, NODE_PATH },
    encoding: 'utf8',
  });
  const { seconds: took, peak, leaks } = JSON.parse(out) as Checked;
  say(
    `  leak check over the last of them: ${took.toFixed(1)} s, ${megabytes(peak)} of memory, ${leaks} found`,
  );
}

/** The promises of reports that can be measured. */
export async function bench(say: Say): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  try {
    await speeds(work, say);
    await leakCheck(work, say);
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
}
