import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Comparison } from '#core/exchange/verify/compare-tables.ts';
import { isWordHead } from '#core/exchange/verify/word-head.ts';
import { type FileVerdict, verifyFile } from '#core/exchange/verify/verify-file.ts';
import { withShownRefs } from '#core/merge/ambiguous-refs.ts';
import { leavingCase } from '#core/protection/leaving.ts';
import { releaseOfFile } from '#core/release/releases-holding.ts';
import { type BagSource, type BagVerdict, checkBag } from '../vault/evidence-bag/check-bag.ts';
import { folderBag } from '../vault/evidence-bag/folder-bag.ts';
import { zipBag } from '../vault/evidence-bag/zip-bag.ts';
import { realDisk } from '../vault/files/disk.ts';
import type { VerifyCommand } from './commands.ts';
import { CliError, EXIT } from './cli-error.ts';
import { failure } from './failures.ts';
import { plain } from './plain.ts';
import { reading } from './reading.ts';
import { withReported } from './reported-case.ts';
import { today } from './today.ts';

/** Larger texts are none that this program exports. */
const TEXT_BYTES = 256 * 1024 * 1024;
/** Lines about single places; the counts speak of all. */
const SHOWN = 200;

const say = (lines: readonly string[]): void => void process.stdout.write(`${lines.map(plain).join('\n')}\n`);

const PROBLEMS: Readonly<Record<BagVerdict['problems'][number]['what'], string>> = {
  altered: 'altered   ',
  missing: 'missing   ',
  unlisted: 'not listed',
  unreadable: 'damaged   ',
};

async function verifyBag(file: string, source: BagSource): Promise<number> {
  const { files, bytes, problems } = await checkBag(source, new AbortController().signal);
  const sound = problems.length === 0;
  say([
    `${file}: ${sound ? 'sound' : 'ALTERED'}, a bag of files (BagIt)`,
    `  holds      ${files} files, ${bytes} bytes`,
    ...(sound ? ['  every file is there and is the one that was packed'] : []),
    ...problems.slice(0, SHOWN).map(({ path, what }) => `  ${PROBLEMS[what]} ${path}`),
  ]);
  return sound ? EXIT.done : EXIT.refused;
}

async function verifyZip(file: string): Promise<number> {
  const handle = await realDisk.open(resolve(file), 'r');
  try {
    return await verifyBag(file, await zipBag(handle));
  } finally {
    await handle.close();
  }
}

const hashParts = (parts: readonly Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

const FORMATS: Readonly<Record<NonNullable<FileVerdict['format']>, string>> = {
  html: 'an HTML report',
  pdf: 'a PDF',
  docx: 'a Word document',
  'claim-review': 'ClaimReview',
  'web-annotation': 'Web Annotations',
  'claims-csv': 'a table of claims',
  'evidence-csv': 'a table of evidence',
};

const SEALS: Readonly<Record<FileVerdict['seal'], string>> = {
  same: 'sound: everything in it fits its fingerprint',
  altered: 'ALTERED: its content does not fit its fingerprint',
  broken: 'ALTERED: it is cut off or holds what this program never writes',
  none: 'it has no fingerprint of its own',
};

function comparisonLines({ same, differences, onlyFile, onlyCase }: Comparison): string[] {
  return [
    `  the same   ${same} entries as in the case`,
    ...differences
      .slice(0, SHOWN)
      .map(
        ({ ref, column, file, now }) =>
          `  differs    ${ref}, ${column}: “${file}” in the file, “${now}” in the case`,
      ),
    ...(onlyFile.length > 0 ? [`  not in the case: ${onlyFile.slice(0, SHOWN).join(', ')}`] : []),
    ...(onlyCase.length > 0 ? [`  not in the file: ${onlyCase.slice(0, SHOWN).join(', ')}`] : []),
  ];
}

function codeOf({ format, seal, against }: FileVerdict): number {
  if (seal === 'altered' || seal === 'broken') return EXIT.refused;
  if (against && (against.differences.length > 0 || against.onlyFile.length > 0)) return EXIT.differs;
  return format === null || (seal === 'none' && against === null) ? EXIT.uncheckable : EXIT.done;
}

async function caseFor({ against, secrets }: VerifyCommand) {
  if (against === null) return null;
  const { state, texts } = await withReported({ source: against, secrets }, today(), async (held) => held);
  const leaving = leavingCase(state, texts, { language: 'en', hidesActors: true });
  return { state, leaving: { ...leaving, state: withShownRefs(leaving.state) } };
}

async function verifyRead(command: VerifyCommand, bytes: Uint8Array): Promise<number> {
  const { file, against } = command;
  const held = await caseFor(command);
  const verdict = verifyFile(bytes, held && held.leaving, hashParts);
  const { format } = verdict;
  const sha256 = hashParts([bytes]);
  const release = held && releaseOfFile(held.state, sha256);
  // A file that left as it is needs no fingerprint of its own.
  const code = release ? EXIT.done : codeOf(verdict);
  const unknown =
    'nothing in it can be checked by itself: compare its SHA-256 with the one noted when it was written';
  say([
    `${file}: ${format === null ? unknown : `${FORMATS[format]}; ${SEALS[verdict.seal]}`}`,
    `  SHA-256    ${sha256}`,
    ...(release
      ? [`  release    exactly the file of ${release.madeAt} (${release.kind}, ${release.audience})`]
      : []),
    ...(verdict.against ? comparisonLines(verdict.against) : []),
    ...(code === EXIT.uncheckable && format !== null && against === null
      ? ['  give a case with --case to compare it with']
      : []),
  ]);
  return code;
}

/** Checks an exported file or a bag; resolves with the exit code. Throws a CliError in words. */
export async function verifyExported(command: VerifyCommand): Promise<number> {
  const { file } = command;
  const path = resolve(file);
  const stats = reading(file, () => statSync(path));
  try {
    if (stats.isDirectory()) return await verifyBag(file, await folderBag(path));
    if (!stats.isFile()) throw new CliError(EXIT.input, `${file}: it is neither a folder nor a file.`);
    if (stats.size > TEXT_BYTES) return await verifyZip(file);
    const bytes = reading(file, () => readFileSync(path));
    return bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')) && !isWordHead(bytes)
      ? await verifyZip(file)
      : await verifyRead(command, bytes);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw failure(file, error);
  }
}
