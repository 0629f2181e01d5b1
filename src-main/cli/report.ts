import { join, resolve } from 'node:path';
import { v7 as newId } from 'uuid';
import { BAG } from '#core/exchange/project-file/layout.ts';
import { appendChanges } from '#core/journal/append.ts';
import type { Entry } from '#core/journal/entry.ts';
import { fold } from '#core/journal/fold.ts';
import { applyEntries, type CaseState, EMPTY_CASE, stateOf } from '#core/model/case-state.ts';
import type { Guard, Leak } from '#core/ports/finished-file.ts';
import { guardOf } from '#core/protection/guard.ts';
import { leavingCase } from '#core/protection/leaving.ts';
import { buildReport } from '#core/report/build-report.ts';
import { DEFAULT_SETUP, namesChecker, type ReportSetup } from '#core/report/setup.ts';
import { ServiceError } from '../services/service-error.ts';
import type { Picture } from '../services/report/picture.ts';
import type { TypesetFolders } from '../services/report/compile.ts';
import { typeset } from '../services/report/typeset.ts';
import { leave } from '../services/export/leave.ts';
import { writeNew } from '../services/files/write-whole.ts';
import { checkFile } from '../services/leak-check/check-file.ts';
import { startJournalCheck } from '../vault/project-file/journal-lines.ts';
import type { OpenedFile } from '../vault/project-file/open-file.ts';
import { contentOf, takeDocument } from '../vault/project-file/take.ts';
import type { ReportCommand } from './arguments.ts';
import { isBagFolder, readBagFolder } from './bag-folder.ts';
import { CliError, EXIT } from './cli-error.ts';
import { ENTROPY } from './entropy.ts';
import { failure } from './failures.ts';
import { entriesOf, isProjectFile, withProjectFile } from './open-project-file.ts';
import { type CaseContent, readCase } from './read-case.ts';
import { picturesFrom } from './report-pictures.ts';
import { secretsFrom } from './secrets.ts';
import { today } from './today.ts';

/** What a report is made from, wherever it was read. */
type Reported = {
  readonly state: CaseState;
  readonly texts: ReadonlyMap<string, string>;
  readonly files: readonly string[];
  readonly pictures: readonly Picture[];
};

function fromChanges({ changes, texts, files }: CaseContent): Reported {
  const tip = { actor: newId(), seen: {}, prev: null, at: null };
  const { state } = applyEntries(EMPTY_CASE, appendChanges(tip, changes, ENTROPY).entries);
  return { state, texts, files, pictures: [] };
}

const stateFrom = (entries: readonly Entry[]): CaseState => stateOf(fold(entries).values());

async function fromProjectFile(opened: OpenedFile, path: string): Promise<Reported> {
  const texts = new Map<string, string>();
  for (const id of opened.summary.documents) texts.set(id, await takeDocument(opened, id));
  const state = stateFrom(await entriesOf(opened));
  const pictures = await picturesFrom(state, (sha256) => {
    const file = opened.bag.files.find(({ place }) => place.kind === 'evidence' && place.sha256 === sha256);
    return file ? contentOf(opened.reader(), file) : null;
  });
  return { state, texts, files: [path], pictures };
}

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString('utf8');
}

async function fromBagFolder(path: string): Promise<Reported> {
  const { journal, documents, evidence } = await readBagFolder(path);
  const check: Entry[] = [];
  const checking = startJournalCheck(({ entry }) => check.push(entry));
  try {
    for await (const bytes of journal()) checking.add(bytes);
    checking.end();
  } catch (error) {
    throw failure(path, error);
  }
  const texts = new Map<string, string>();
  for (const { id, read } of documents) texts.set(id, await textOf(read()));
  const state = stateFrom(check);
  const pictures = await picturesFrom(
    state,
    (sha256) => evidence.find((source) => source.sha256 === sha256)?.read() ?? null,
  );
  return { state, texts, files: [join(path, BAG.journal)], pictures };
}

/** A project file by its first bytes, a folder of `extract` by its declaration, else a case folder or an article. */
export async function readReported(
  { source, secrets }: Pick<ReportCommand, 'source' | 'secrets'>,
  day: string,
): Promise<Reported> {
  const path = resolve(source);
  if (isBagFolder(path)) return fromBagFolder(path);
  if (isProjectFile(path)) {
    return withProjectFile(source, secretsFrom(secrets), (opened) => fromProjectFile(opened, path));
  }
  return fromChanges(readCase(source, day));
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EISDIR: 'a folder of this name stands there',
  ENOTEMPTY: 'a folder of this name stands there',
  EEXIST: 'a folder of this name stands there',
  EACCES: 'writing there is not allowed',
  EPERM: 'writing there is not allowed',
  EROFS: 'writing there is not allowed',
  EBUSY: 'another program has it open',
  ENOTFILE: 'something that is no file stands there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
};

/** What stopped a report that names somebody protected; the name itself is not printed. */
function leakWords(output: string, part: string | null): string {
  // Written by `leave`, of this program.
  const { place } = JSON.parse(part ?? '{"place":[]}') as Pick<Leak, 'place'>;
  const where = place.map(({ kind, name }) => (name === '' ? kind : `${kind} ${name}`)).join(', ');
  return `${output} was not written: a protected name would stand in it (${where}).`;
}

type Finished = { readonly pdf: Uint8Array; readonly model: string; readonly guard: Guard };

async function write(output: string, { pdf, model, guard }: Finished): Promise<void> {
  const make = (temporary: string): Promise<void> => writeNew(temporary, pdf);
  const never = new AbortController().signal;
  try {
    await leave({ path: resolve(output), make, guard, content: model }, checkFile, never);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code === 'export-leaks')
      throw new CliError(EXIT.refused, leakWords(output, error.part), { cause: error });
    const why = WORDS[error.message] ?? error.message;
    throw new CliError(EXIT.output, `${output} cannot be written: ${why}.`, { cause: error });
  }
}

/** Writes the report of a case folder, a project file or an article. Throws a CliError in words. */
export async function report(command: ReportCommand, folders: TypesetFolders): Promise<void> {
  const { output, asOf } = command;
  const setup: ReportSetup = { ...DEFAULT_SETUP, ...command.setup };
  const day = asOf ?? today();
  const { state, texts, files, pictures } = await readReported(command, day);
  if (files.includes(resolve(output))) {
    throw new CliError(EXIT.usage, `${output} is what the report is made from: it would be overwritten.`);
  }
  const leaving = leavingCase(state, texts, {
    language: setup.language,
    hidesActors: !namesChecker(setup),
  });
  const model = JSON.stringify(
    buildReport(
      leaving.state,
      leaving.texts,
      {
        today: day,
        pictures: new Set(pictures.map(({ name }) => name)),
        leftOut: leaving.leftOut,
        counted: leaving.counted,
      },
      setup,
    ),
  );
  const { pdf, pages, deviation } = typeset(
    { model, paper: setup.paper, standard: setup.standard, pictures },
    folders,
  );
  await write(output, { pdf, model, guard: guardOf(state, !namesChecker(setup)) });
  if (deviation !== null) process.stderr.write(`touchstone: not to the standard, but tagged: ${deviation}\n`);
  process.stdout.write(`${output}: ${pages} ${pages === 1 ? 'page' : 'pages'}\n`);
}
