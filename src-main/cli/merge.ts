import { journalLine } from '#core/exchange/project-file/journal-line.ts';
import type { Entry } from '#core/journal/entry.ts';
import { ForkedChainError, unionOf } from '#core/journal/union.ts';
import { sha256 } from '../vault/project-file/hashing.ts';
import type { OpenedFile } from '../vault/project-file/open-file.ts';
import { contentOf, takeDocument } from '../vault/project-file/take.ts';
import type { DocumentSource, EvidenceSource } from '../vault/project-file/write-bag.ts';
import type { MergeCommand } from './arguments.ts';
import { CliError, EXIT } from './cli-error.ts';
import { entriesOf, withProjectFile } from './open-project-file.ts';
import { each } from './pack.ts';
import { PROGRAM } from './program.ts';
import { save } from './save.ts';
import { secretsFrom } from './secrets.ts';

/** The union of both histories, by actor and number as a project file wants it. */
function mergedEntries(a: readonly Entry[], b: readonly Entry[]): Entry[] {
  try {
    const all = [...unionOf(a, b).values()];
    return all.sort(({ header: one }, { header: other }) =>
      one.actor === other.actor ? one.seq - other.seq : one.actor < other.actor ? -1 : 1,
    );
  } catch (error) {
    if (!(error instanceof ForkedChainError)) throw error;
    const words = `The two files cannot be merged: both hold entry ${error.seq} of ${error.actor}, and they differ.`;
    throw new CliError(EXIT.refused, words, { cause: error });
  }
}

function mergedEvidence(files: readonly OpenedFile[]): EvidenceSource[] {
  const sources = new Map<string, EvidenceSource>();
  for (const opened of files) {
    for (const file of opened.bag.files) {
      if (file.place.kind !== 'evidence') continue;
      const { sha256, ext } = file.place;
      const { size, crc32 } = file.entry;
      sources.set(sha256, { sha256, ext, size, crc32, read: () => contentOf(opened.reader(), file) });
    }
  }
  return [...sources.values()];
}

async function* mergedDocuments(files: readonly OpenedFile[]): AsyncGenerator<DocumentSource> {
  const texts = new Map<string, string>();
  for (const opened of files) {
    for (const id of opened.summary.documents) {
      const text = await takeDocument(opened, id);
      const hash = sha256(text);
      if ((texts.get(id) ?? hash) !== hash) {
        throw new CliError(EXIT.refused, `The two files hold different texts of document ${id}.`);
      }
      if (!texts.has(id)) yield { id, read: () => each([Buffer.from(text)]) };
      texts.set(id, hash);
    }
  }
}

async function mergeOpened(
  a: OpenedFile,
  b: OpenedFile,
  seal: (write: Parameters<typeof save>[1], textBytes: number) => Promise<void>,
): Promise<void> {
  const [one, other] = [a.summary.info, b.summary.info];
  if (one.caseId !== other.caseId) throw new CliError(EXIT.refused, 'The two files are of different cases.');
  const entries = mergedEntries(await entriesOf(a), await entriesOf(b));
  const lines = entries.map((entry) => Buffer.from(`${journalLine(entry)}\n`));
  const { format: _format, formatVersion: _version, ...kept } = one;
  const info = {
    ...kept,
    scope: one.scope === 'whole' || other.scope === 'whole' ? 'whole' : 'part',
    savedAt: new Date().toISOString(),
    savedBy: { ...one.savedBy, publicKey: null },
    program: PROGRAM,
  } as const;
  const documents = mergedDocuments([a, b]);
  const content = { info, journal: each(lines), documents, evidence: mergedEvidence([a, b]), sign: null };
  await seal(
    content,
    lines.reduce((sum, { length }) => sum + length, 0),
  );
}

/** Writes the union of two project files of one case. Throws a CliError in words. */
export async function merge({ files: [a, b], output, secrets: options, seal }: MergeCommand): Promise<void> {
  const secrets = secretsFrom(options);
  await withProjectFile(a, secrets, (one) =>
    withProjectFile(b, secrets, (other) =>
      mergeOpened(one, other, async (content, textBytes) =>
        save(output, content, await secrets.toSeal(seal, output), textBytes),
      ),
    ),
  );
}
