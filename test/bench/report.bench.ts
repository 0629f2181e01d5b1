import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runtimeInUse } from '../../scripts/lib/runtime.mjs';
import { bundled, NODE_PATH } from '../main/project-file/bundle.ts';
import { linkedCopy, median, type Say } from './big-app.ts';
import type { ReportAsked, ReportTimed } from './report-program.ts';

const ROOT = join(NODE_PATH, '..');
const CLAIMS = [100, 1000, 4000];
const TARGETS: ReadonlyMap<number, number> = new Map([
  [1000, 1],
  [4000, 8],
]);
const ROUNDS = 3;
/** Printing 4,000 claims takes many minutes; it is ended when the target is shown beyond doubt. */
const PATIENCE = 8.5;
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

function once(executable: string, claims: number, work: string): ReportTimed {
  const asked: ReportAsked = {
    claims,
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

type Medians = {
  readonly own: number;
  readonly peer: number;
  readonly ended: boolean;
  readonly pages: number;
};

const mediansOf = (timed: readonly ReportTimed[]): Medians => ({
  own: median(timed.map(({ typeset }) => typeset)),
  peer: median(timed.map(({ printed }) => printed)),
  ended: timed.filter(({ ended }) => ended).length > timed.length / 2,
  pages: median(timed.map(({ pages }) => pages)),
});

function sayOne({ claims, own, peer, ended, pages }: Medians & { readonly claims: number }, say: Say): void {
  const target = TARGETS.get(claims);
  const [more, not] = ended ? ['more than ', ' (not finished)'] : ['', ''];
  say(
    `  ${String(claims).padStart(5)} claims, ${String(pages).padStart(4)} pages: ${seconds(own)}, ${(own / claims).toFixed(1)} ms a claim; printToPDF ${seconds(peer)}${not}: ${more}${(peer / own).toFixed(1)} times as long${target === undefined ? '' : `   (target: at least ${target})`}`,
  );
}

/** Reports of three sizes beside Chromium's printing of the same content. */
async function speeds(work: string, say: Say): Promise<void> {
  const executable = await reportApp(work);
  const runs = new Map<number, ReportTimed[]>(CLAIMS.map((claims) => [claims, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const claims of CLAIMS) runs.get(claims)?.push(once(executable, claims, work));
  const medians = CLAIMS.map((claims) => ({ claims, ...mediansOf(runs.get(claims) ?? []) }));
  for (const each of medians) sayOne(each, say);
  const perClaim = (wanted: number): number => {
    const { own } = medians.find(({ claims }) => claims === wanted) ?? { own: Number.NaN };
    return own / wanted;
  };
  const growth = perClaim(4000) / perClaim(1000);
  say(
    `  a claim takes ${growth.toFixed(2)} times as long among 4,000 as among 1,000   (target: at most 1.15)`,
  );
}

/** The promises of reports that can be measured. */
export async function bench(say: Say): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  try {
    await speeds(work, say);
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
}
