import { readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { v7 as newId } from 'uuid';
import { seedChanges } from '#core/exchange/case-folder.ts';
import { CaseFolderError } from '#core/exchange/case-folder-error.ts';
import { ARTICLE_FILE } from '#core/exchange/folder-items.ts';
import type { Change } from '#core/journal/entry.ts';
import { sha256Text } from '#core/journal/hash.ts';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import { CliError, EXIT } from './cli-error.ts';
import { readArticleFile } from './read-article.ts';
import { reading } from './reading.ts';

/** Name of the case's file in a case folder. */
const CASE_FILE = 'case.json';

/** What a report is made of: the changes that make the case, and its documents' texts by id. */
export type CaseContent = {
  readonly changes: readonly Change[];
  readonly texts: ReadonlyMap<string, string>;
  /** The files that were read. */
  readonly files: readonly string[];
};

function textOf(path: string): string {
  const bytes = reading(path, () => readFileSync(path));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new CliError(EXIT.input, `${path}: it is not in UTF-8.`, { cause: error });
  }
}

function fromFolder(folder: string, day: string, actor: string): CaseContent {
  const [caseFile, articleFile] = [join(folder, CASE_FILE), join(folder, ARTICLE_FILE)];
  for (const file of [caseFile, articleFile]) {
    const there = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
    if (!there) throw new CliError(EXIT.input, `${folder}: no case folder, ${basename(file)} is missing.`);
  }
  const [caseJson, article] = [textOf(caseFile), textOf(articleFile)];
  const context = { newId: () => newId(), actor, today: () => day };
  try {
    return { ...seedChanges(caseJson, article, context), files: [caseFile, articleFile] };
  } catch (error) {
    if (!(error instanceof CaseFolderError)) throw error;
    const file = error.code === 'case-bad-article' ? articleFile : caseFile;
    throw new CliError(EXIT.input, `${file}: ${error.message}`, { cause: error });
  }
}

/** A plain article: a case with its text and no claims yet. */
function fromArticle(path: string, day: string): CaseContent {
  const { text, title, fileName, encoding, bytes: size, sha256 } = readArticleFile(path);
  const id = newId();
  const document = {
    ref: 'D-1',
    title,
    retrieved: day,
    origin: { fileName, encoding, bytes: size, sha256 },
    length: text.length,
    textHash: sha256Text(text),
  };
  return {
    changes: [
      { entity: 'case', entityId: CASE_ITEM_ID, op: 'create', patch: { title } },
      { entity: 'document', entityId: id, op: 'create', patch: document },
    ],
    texts: new Map([[id, text]]),
    files: [path],
  };
}

/** Reads a case folder or an article; `day` is today, `actor` who founds the case. Throws a CliError in words. */
export function readCase(source: string, day: string, actor = newId()): CaseContent {
  const path = resolve(source);
  const status = reading(source, () => statSync(path));
  if (status.isDirectory()) return fromFolder(path, day, actor);
  if (status.isFile()) return fromArticle(path, day);
  throw new CliError(EXIT.input, `${source}: it is neither a folder nor a file.`);
}
