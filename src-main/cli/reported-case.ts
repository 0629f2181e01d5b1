import { join, resolve } from 'node:path';
import { v7 as newId } from 'uuid';
import { BAG } from '#core/exchange/project-file/layout.ts';
import { appendChanges } from '#core/journal/append.ts';
import type { Entry } from '#core/journal/entry.ts';
import { fold } from '#core/journal/fold.ts';
import { unionOf } from '#core/journal/union.ts';
import { applyEntries, type CaseState, EMPTY_CASE, stateOf } from '#core/model/case-state.ts';
import { startJournalCheck } from '../vault/project-file/journal-lines.ts';
import type { OpenedFile } from '../vault/project-file/open-file.ts';
import type { EvidenceSource } from '../vault/project-file/write-bag.ts';
import { contentOf, takeDocument } from '../vault/project-file/take.ts';
import type { SecretOptions } from './commands.ts';
import { isBagFolder, readBagFolder } from './bag-folder.ts';
import { ENTROPY } from './entropy.ts';
import { failure } from './failures.ts';
import { entriesOf, isProjectFile, withProjectFile } from './open-project-file.ts';
import { type CaseContent, readCase } from './read-case.ts';
import type { EvidenceContent } from './report-pictures.ts';
import { secretsFrom } from './secrets.ts';

/** What leaves is made from, wherever it was read. */
export type ReportedCase = {
  /** Null for what has none: a case folder, an article. */
  readonly caseId: string | null;
  readonly state: CaseState;
  /** Its history; empty where there is none (a case folder, an article). */
  readonly entries: readonly Entry[];
  readonly texts: ReadonlyMap<string, string>;
  /** What it was read from: never to be overwritten. */
  readonly files: readonly string[];
  readonly contentOf: EvidenceContent;
};

type Work<T> = (reported: ReportedCase) => Promise<T>;

function fromChanges({ changes, texts, files }: CaseContent): ReportedCase {
  const tip = { actor: newId(), seen: {}, prev: null, at: null };
  const { state } = applyEntries(EMPTY_CASE, appendChanges(tip, changes, ENTROPY).entries);
  return { caseId: null, state, entries: [], texts, files, contentOf: () => null };
}

/**
 * The entries as a copy of the case keeps them. A foreign program may have left what a purge in the
 * same file erases; it must not come back in a report.
 */
const asKept = (entries: readonly Entry[]): readonly Entry[] => [...unionOf(entries).values()];

const stateFrom = (entries: readonly Entry[]): CaseState => stateOf(fold(entries).values());

async function fromProjectFile(opened: OpenedFile, path: string): Promise<ReportedCase> {
  const texts = new Map<string, string>();
  for (const id of opened.summary.documents) texts.set(id, await takeDocument(opened, id));
  const entries = asKept(await entriesOf(opened));
  return {
    caseId: opened.summary.info.caseId,
    state: stateFrom(entries),
    entries,
    texts,
    files: [path],
    contentOf: (sha256) => {
      const file = opened.bag.files.find(({ place }) => place.kind === 'evidence' && place.sha256 === sha256);
      return file ? contentOf(opened.reader(), file) : null;
    },
  };
}

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString('utf8');
}

/** The content, its file opened when it is first read. */
async function* whenRead({ read }: EvidenceSource): AsyncGenerator<Uint8Array> {
  yield* read();
}

async function fromBagFolder(path: string): Promise<ReportedCase> {
  const { info, journal, documents, evidence } = await readBagFolder(path);
  const read: Entry[] = [];
  const checking = startJournalCheck(({ entry }) => read.push(entry));
  try {
    for await (const bytes of journal()) checking.add(bytes);
    checking.end();
  } catch (error) {
    throw failure(path, error);
  }
  const entries = asKept(read);
  const texts = new Map<string, string>();
  for (const document of documents) texts.set(document.id, await textOf(document.read()));
  return {
    caseId: info.caseId,
    state: stateFrom(entries),
    entries,
    texts,
    files: [join(path, BAG.journal)],
    contentOf: (sha256) => {
      const source = evidence.find((one) => one.sha256 === sha256);
      return source ? whenRead(source) : null;
    },
  };
}

/**
 * Runs `work` on a case: a project file by its first bytes, a folder of `extract` by its declaration, else a case folder
 * or an article. Evidence can be read for as long as it runs. Throws a CliError in words.
 */
export async function withReported<T>(
  { source, secrets }: { readonly source: string; readonly secrets: SecretOptions },
  day: string,
  work: Work<T>,
): Promise<T> {
  const path = resolve(source);
  if (isBagFolder(path)) return work(await fromBagFolder(path));
  if (isProjectFile(path)) {
    return withProjectFile(source, secretsFrom(secrets), async (opened) =>
      work(await fromProjectFile(opened, path)),
    );
  }
  return work(fromChanges(readCase(source, day)));
}
