import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { v7 as newId } from 'uuid';
import { CaseFolderError } from '#core/exchange/case-folder-error.ts';
import { seedChanges } from '#core/exchange/case-folder.ts';
import { appendChanges } from '#core/journal/append.ts';
import type { Change } from '#core/journal/entry.ts';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import { applyEntries, EMPTY_CASE } from '#core/model/case-state.ts';
import { buildReport } from '#core/report/build-report.ts';
import { ImportError } from '#renderer/importers/import-error.ts';
import { readTextBytes } from '#renderer/importers/read-text.ts';
import { sha256Text } from '#core/journal/hash.ts';
import { ServiceError } from '../services/service-error.ts';
import { typeset, type TypesetFolders } from '../services/report/typeset.ts';
import { writePdf } from '../services/report/write-pdf.ts';
import type { ReportCommand } from './arguments.ts';
import { CliError, EXIT } from './cli-error.ts';

type Content = { readonly changes: readonly Change[]; readonly texts: ReadonlyMap<string, string> };

function today(): string {
  const now = new Date();
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

const context = { newId: () => newId(), actor: 'command-line', today };

const unreadable = (path: string, error: unknown): CliError =>
  new CliError(
    EXIT.input,
    `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    {
      cause: error,
    },
  );

function fromFolder(folder: string): Content {
  const [caseFile, articleFile] = [join(folder, 'case.json'), join(folder, 'article.txt')];
  for (const file of [caseFile, articleFile]) {
    if (!existsSync(file))
      throw new CliError(EXIT.input, `${folder} is no case folder: ${basename(file)} is missing.`);
  }
  try {
    return seedChanges(readFileSync(caseFile, 'utf8'), readFileSync(articleFile, 'utf8'), context);
  } catch (error) {
    if (error instanceof CaseFolderError)
      throw new CliError(EXIT.input, `${caseFile}: ${error.message}`, { cause: error });
    throw unreadable(caseFile, error);
  }
}

/** A plain article: a case with its text and no claims yet. */
function fromArticle(path: string): Content {
  let article: ReturnType<typeof readTextBytes>;
  try {
    article = readTextBytes(basename(path), new Uint8Array(readFileSync(path)));
  } catch (error) {
    if (error instanceof ImportError)
      throw new CliError(EXIT.input, `${path}: ${error.message}`, { cause: error });
    throw unreadable(path, error);
  }
  const { text, title, fileName, encoding, bytes, sha256 } = article;
  const id = newId();
  const document = {
    ref: 'D-1',
    title,
    retrieved: today(),
    origin: { fileName, encoding, bytes, sha256 },
    length: text.length,
    textHash: sha256Text(text),
  };
  return {
    changes: [
      { entity: 'case', entityId: CASE_ITEM_ID, op: 'create', patch: { title } },
      { entity: 'document', entityId: id, op: 'create', patch: document },
    ],
    texts: new Map([[id, text]]),
  };
}

function read(source: string): Content {
  const path = resolve(source);
  if (!existsSync(path)) throw new CliError(EXIT.input, `${source} does not exist.`);
  return statSync(path).isDirectory() ? fromFolder(path) : fromArticle(path);
}

/** Writes the report of a case folder or an article. Throws a CliError in words. */
export async function report(
  { source, output, paper }: ReportCommand,
  folders: TypesetFolders,
): Promise<void> {
  const { changes, texts } = read(source);
  const tip = { actor: newId(), seen: {}, prev: null, at: null };
  const entropy = {
    newId: () => newId(),
    random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    now: () => Date.now(),
  };
  const { state } = applyEntries(EMPTY_CASE, appendChanges(tip, changes, entropy).entries);
  const model = buildReport(state, texts, { today: today(), pictures: new Set() });
  const { pdf, pages } = typeset({ model: JSON.stringify(model), paper, pictures: [] }, folders);
  try {
    await writePdf(resolve(output), pdf);
  } catch (error) {
    const why = error instanceof ServiceError ? error.message : String(error);
    throw new CliError(EXIT.output, `${output} cannot be written (${why}).`, { cause: error });
  }
  process.stdout.write(`${output}: ${pages} pages\n`);
}
