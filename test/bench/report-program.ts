import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, utilityProcess } from 'electron';
import { PNG } from 'pngjs';
import { buildReport } from '#core/report/build-report.ts';
import { DEFAULT_SETUP } from '#core/report/setup.ts';
import type { ReportAnswer } from '#main/services/report/process.ts';
import type { Picture } from '#main/services/report/picture.ts';
import { workedCase } from '../support/worked-case.ts';
import { reportHtml } from './report-html.ts';

/** What the bench asks for, in `TOUCHSTONE_BENCH` as JSON. */
export type ReportAsked = {
  readonly claims: number;
  /** `worked`: a page a claim, with evidence, checks, relations and notes; `plain`: claims with findings alone. */
  readonly content: 'worked' | 'plain';
  /** The built report process, templates, fonts, and where files may be written. */
  readonly program: string;
  readonly templates: string;
  readonly fonts: string;
  readonly work: string;
  /** Printing that takes this many times as long as typesetting is ended. */
  readonly patience: number;
};
/** Milliseconds from the case in memory to the finished PDF in memory, and what came of it. */
export type ReportTimed = {
  readonly model: number;
  readonly typeset: number;
  readonly printed: number;
  /** `late`: ended after `printed`, not finished; `failed`: the browser gave up then. */
  readonly outcome: 'done' | 'late' | 'failed';
  readonly pages: number;
  /** Bytes of memory the report process took at its peak (Linux), 0 elsewhere. */
  readonly peak: number;
};

const asked = JSON.parse(process.env['TOUCHSTONE_BENCH'] ?? '{}') as ReportAsked;
const PICTURED = 25;

/** A picture of the size of a thumbnail. */
function thumbnail(shade: number): Uint8Array {
  const png = new PNG({ width: 320, height: 240 });
  for (let at = 0; at < png.data.length; at++) png.data[at] = at % 4 === 3 ? 255 : (shade + (at >> 9)) % 256;
  return new Uint8Array(PNG.sync.write(png));
}

/** Every 25th item has a thumbnail, as large as those the window makes. */
function worked() {
  const { state: whole, texts } = workedCase(asked.claims);
  const none = {
    evidence: new Map(),
    assessment: new Map(),
    check: new Map(),
    relation: new Map(),
    note: new Map(),
  };
  const state = asked.content === 'plain' ? { ...whole, ...none } : whole;
  const pictures: Picture[] = [];
  for (let at = 1; at < asked.claims && asked.content === 'worked'; at += PICTURED)
    pictures.push({ name: `evidence-${at}`, bytes: thumbnail(at) });
  return { state, texts, pictures };
}

type Worked = ReturnType<typeof worked>;

function modelOf({ state, texts, pictures }: Worked) {
  const facts = { today: '2026-11-23', pictures: new Set(pictures.map(({ name }) => name)) };
  return buildReport(state, texts, facts, { ...DEFAULT_SETUP, audience: 'editor' });
}

function peakOf(pid: number): number {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return 0;
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(path, 'utf8'))?.[1] ?? 0) * 1024;
}

async function typeset(given: Worked) {
  const since = performance.now();
  const model = JSON.stringify(modelOf(given));
  const modelled = performance.now() - since;
  const child = utilityProcess.fork(asked.program, [asked.templates, asked.fonts]);
  child.postMessage({ model, paper: 'a4', standard: 'ua-1', pictures: given.pictures });
  const answer = await new Promise<ReportAnswer>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`The report process ended (${code}).`)));
  });
  const took = performance.now() - since;
  const peak = peakOf(child.pid ?? 0);
  child.kill();
  if (!answer.ok) throw new Error(answer.message);
  if (answer.deviation !== null) throw new Error(answer.deviation);
  writeFileSync(join(asked.work, 'typeset.pdf'), answer.pdf);
  return { model: modelled, typeset: took, pages: answer.pages, peak };
}

async function printed(given: Worked, longest: number) {
  const folder = join(asked.work, 'pictures');
  mkdirSync(folder, { recursive: true });
  const sources = new Map<string, string>();
  for (const { name, bytes } of given.pictures) {
    const path = join(folder, `${name}.png`);
    writeFileSync(path, bytes);
    sources.set(name, pathToFileURL(path).href);
  }
  const since = performance.now();
  const html = reportHtml(modelOf(given), pathToFileURL(asked.fonts).href, sources);
  const path = join(asked.work, 'report.html');
  writeFileSync(path, html);
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadFile(path);
  const printing = window.webContents.printToPDF({
    pageSize: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  const patience = new Promise<'late'>((resolve) => setTimeout(resolve, longest, 'late'));
  const outcome = await Promise.race([
    printing.then(
      (pdf) => {
        writeFileSync(join(asked.work, 'printed.pdf'), pdf);
        return 'done' as const;
      },
      () => 'failed' as const,
    ),
    patience,
  ]);
  return { printed: performance.now() - since, outcome };
}

/** One report typeset and printed, one after the other. */
async function once(): Promise<ReportTimed> {
  const given = worked();
  const own = await typeset(given);
  return { ...own, ...(await printed(given, own.typeset * asked.patience)) };
}

app.on('window-all-closed', () => {});
app
  .whenReady()
  .then(once)
  .then(
    (timed) => {
      writeFileSync(join(asked.work, 'timed.json'), JSON.stringify(timed));
      app.exit(0);
    },
    (error: unknown) => {
      process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
      app.exit(1);
    },
  );
