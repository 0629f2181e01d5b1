import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { v7 as newId } from 'uuid';
import { appendChanges } from '#core/journal/append.ts';
import { applyEntries, type CaseState, EMPTY_CASE } from '#core/model/case-state.ts';
import { buildReport } from '#core/report/build-report.ts';
import { ServiceError } from '../services/service-error.ts';
import { typeset, type TypesetFolders } from '../services/report/typeset.ts';
import { writePdf } from '../services/report/write-pdf.ts';
import type { ReportCommand } from './arguments.ts';
import { CliError, EXIT } from './cli-error.ts';
import { type CaseContent, readCase } from './read-case.ts';

/** Today where the person is. */
function today(): string {
  const now = new Date();
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

function stateOf({ changes }: CaseContent): CaseState {
  const tip = { actor: newId(), seen: {}, prev: null, at: null };
  const entropy = {
    newId: () => newId(),
    random: (length: number) => new Uint8Array(randomBytes(length)),
    now: () => Date.now(),
  };
  return applyEntries(EMPTY_CASE, appendChanges(tip, changes, entropy).entries).state;
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
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
};

async function write(output: string, pdf: Uint8Array): Promise<void> {
  try {
    await writePdf(resolve(output), pdf);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const why = WORDS[error.message] ?? error.message;
    throw new CliError(EXIT.output, `${output} cannot be written: ${why}.`, { cause: error });
  }
}

/** Writes the report of a case folder or an article. Throws a CliError in words. */
export async function report(
  { source, output, paper, asOf }: ReportCommand,
  folders: TypesetFolders,
): Promise<void> {
  const day = asOf ?? today();
  const content = readCase(source, day);
  if (content.files.includes(resolve(output))) {
    throw new CliError(EXIT.usage, `${output} is what the report is made from: it would be overwritten.`);
  }
  const model = buildReport(stateOf(content), content.texts, { today: day, pictures: new Set() });
  const { pdf, pages, notUniversal } = typeset(
    { model: JSON.stringify(model), paper, pictures: [] },
    folders,
  );
  await write(output, pdf);
  if (notUniversal !== null) process.stderr.write(`touchstone: no PDF/UA-1, but tagged: ${notUniversal}\n`);
  process.stdout.write(`${output}: ${pages} ${pages === 1 ? 'page' : 'pages'}\n`);
}
