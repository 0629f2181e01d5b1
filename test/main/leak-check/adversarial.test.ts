import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { buildExport, publicFlow, TEXT_FORMATS } from '#core/exchange/build-export.ts';
import type { LeavingCase } from '#core/exchange/claims/chosen.ts';
import { guardOf } from '#core/protection/guard.ts';
import { buildReport } from '#core/report/build-report.ts';
import { DEFAULT_SETUP } from '#core/report/setup.ts';
import { docxFile } from '#renderer/workers/word/docx-file.ts';
import { checkFile } from '#main/services/leak-check/check-file.ts';
import type { LeakReport } from '#main/services/leak-check/leak.ts';
import { typeset } from '#main/services/report/typeset.ts';
import { leavingPlanted, plantedCase, plantedText } from '../../support/planted-case.ts';
import { CASES, FAMILY, plain } from '../../support/spelling-ways.ts';
import { FOLDERS } from '../report/support.ts';

const folder = mkdtempSync(join(tmpdir(), 'touchstone-planted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TODAY = '2026-11-23';
const REVIEW = { url: null, authorName: null, authorUrl: null, language: null, scale: null };
const setupOf = (format: (typeof TEXT_FORMATS)[number]) =>
  ({ format, claimIds: null, review: REVIEW, today: TODAY, language: 'en', collectionId: 'x' }) as const;

const hiddenBy = (name: string) => ({
  names: [
    {
      text: name,
      script: /\p{Script=Arabic}/u.test(name) ? ('arabic' as const) : ('latin' as const),
      kind: 'name' as const,
    },
  ],
  pseudonym: 'Witness 7',
});

/** A finished file, and what it was made from. */
type Finished = { readonly bytes: Uint8Array; readonly content: string };

function pdfOf({ state, texts }: LeavingCase): Finished {
  const model = buildReport(state, texts, { today: TODAY, pictures: new Set() }, { ...DEFAULT_SETUP });
  const content = JSON.stringify(model);
  const { pdf } = typeset({ model: content, paper: 'a4', standard: 'a-3a', pictures: [] }, FOLDERS);
  return { bytes: pdf, content };
}

const wordOf = async (given: LeavingCase): Promise<Finished> => ({
  bytes: await docxFile(publicFlow(given, { claimIds: null, today: TODAY, language: 'en' }), TODAY),
  content: '',
});

const textsOf = (given: LeavingCase): Finished[] =>
  TEXT_FORMATS.map((format) => ({
    bytes: Buffer.from(buildExport(given, setupOf(format)).text),
    content: '',
  }));

function checked({ bytes, content }: Finished, name: string, words: string): Promise<LeakReport> {
  const path = join(folder, 'finished');
  writeFileSync(path, bytes);
  const guard = guardOf(plantedCase(words, hiddenBy(name)));
  return checkFile({ path, fileName: 'finished', content, ...guard });
}

/** What a stranger reads in the file, by other programs than ours. */
function readElsewhere({ bytes }: Finished): string {
  const head = Buffer.from(bytes.slice(0, 4)).toString('latin1');
  if (head === '%PDF') {
    const path = join(folder, 'read.pdf');
    writeFileSync(path, bytes);
    const run = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8' });
    return run('pdftotext', path, '-') + run('pdfinfo', path) + run('pdfinfo', '-meta', path);
  }
  if (head.startsWith('PK')) {
    const files = Object.entries(unzipSync(bytes));
    return files.map(([name, data]) => name + strFromU8(data).replaceAll(/<[^>]*>/gu, '')).join('\n');
  }
  const text = Buffer.from(bytes).toString('utf8').replaceAll('\\n', '\n').replaceAll('\\r', '\r');
  return text.replaceAll(/%(?![0-9a-f]{2})/giu, '%25');
}

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

describe('a protected name planted in every field, in every spelling the rules name', () => {
  it.each(CASES)('%s, %s: stands in no finished file of text', async (name, _, words) => {
    const leaving = leavingPlanted(words, hiddenBy(name), { language: 'en', hidesActors: true });
    for (const [at, file] of textsOf(leaving).entries()) {
      expect((await checked(file, name, words)).leaks, TEXT_FORMATS[at]).toEqual([]);
      expect(plain(unescaped(readElsewhere(file))), TEXT_FORMATS[at]).not.toMatch(FAMILY[name] ?? /./u);
    }
  });

  it.each(CASES.filter((_, at) => at % 7 === 0))(
    '%s, %s: stands in no PDF and no Word document',
    async (name, _, words) => {
      const leaving = leavingPlanted(words, hiddenBy(name));
      for (const file of [pdfOf(leaving), await wordOf(leaving)]) {
        expect((await checked(file, name, words)).leaks).toEqual([]);
        expect(plain(readElsewhere(file))).not.toMatch(FAMILY[name] ?? /./u);
      }
    },
  );
});

describe('the same files of a case that was not redacted', () => {
  const given = (words: string): LeavingCase => ({
    state: plantedCase(words, {}),
    texts: new Map([['document', plantedText(words)]]),
  });

  it.each(CASES)('%s, %s: none gets past the check', async (name, _, words) => {
    for (const [at, file] of textsOf(given(words)).entries()) {
      expect((await checked(file, name, words)).leaks[0]?.itemId, TEXT_FORMATS[at]).toBe('hidden');
    }
  });

  it.each(CASES.filter((_, at) => at % 7 === 0))(
    '%s, %s: nor does a PDF or a Word document',
    async (name, _, words) => {
      for (const file of [pdfOf(given(words)), await wordOf(given(words))]) {
        expect((await checked(file, name, words)).leaks[0]?.itemId).toBe('hidden');
      }
    },
  );
});
