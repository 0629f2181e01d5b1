import { journalLine } from '#core/exchange/project-file/journal-line.ts';
import type { Entry } from '#core/journal/entry.ts';
import { ForkedChainError } from '#core/journal/union.ts';
import { type Named, namedBy } from '#core/merge/destroyed.ts';
import { mergeJournals } from '#core/merge/take-in.ts';
import { sha256 } from '../vault/project-file/hashing.ts';
import type { OpenedFile } from '../vault/project-file/open-file.ts';
import { contentOf, takeDocument } from '../vault/project-file/take.ts';
import type { DocumentSource, EvidenceSource } from '../vault/project-file/write-bag.ts';
import type { MergeCommand } from './commands.ts';
import { CliError, EXIT } from './cli-error.ts';
import { entriesOf, withProjectFile } from './open-project-file.ts';
import { ENTROPY } from './entropy.ts';
import { each } from './pack.ts';
import { PROGRAM } from './program.ts';
import { save } from './save.ts';
import { secretsFrom } from './secrets.ts';
import { requireTarget } from './target.ts';

/** The merge of both histories, by actor and number as a project file wants it. */
function mergedEntries(a: readonly Entry[], b: readonly Entry[]): Entry[] {
  try {
    return [...mergeJournals(a, b, ENTROPY)].sort(({ header: one }, { header: other }) =>
      one.actor === other.actor ? one.seq - other.seq : one.actor < other.actor ? -1 : 1,
    );
  } catch (error) {
    if (!(error instanceof ForkedChainError)) throw error;
    const words = `The two files cannot be merged: both hold entry ${error.seq} of ${error.actor}, and they differ.`;
    throw new CliError(EXIT.refused, words, { cause: error });
  }
}

/** Evidence that the merged history still names: what one of them purged does not come back with the other. */
function mergedEvidence(files: readonly OpenedFile[], { blobs }: Named): EvidenceSource[] {
  const sources = new Map<string, EvidenceSource>();
  for (const opened of files) {
    for (const file of opened.bag.files) {
      if (file.place.kind !== 'evidence') continue;
      const { sha256, ext } = file.place;
      if (!blobs.has(sha256)) continue;
      const { size, crc32 } = file.entry;
      sources.set(sha256, { sha256, ext, size, crc32, read: () => contentOf(opened.reader(), file) });
    }
  }
  return [...sources.values()];
}

async function* mergedDocuments(
  files: readonly OpenedFile[],
  { documents }: Named,
): AsyncGenerator<DocumentSource> {
  const texts = new Map<string, string>();
  for (const opened of files) {
    for (const id of opened.summary.documents) {
      if (!documents.has(id)) continue;
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
    scope:
      one.scope === 'whole' || other.scope === 'whole'
        ? 'whole'
        : one.scope === other.scope
          ? one.scope
          : 'part',
    savedAt: new Date().toISOString(),
    savedBy: { ...one.savedBy, publicKey: null },
    program: PROGRAM,
  } as const;
  const named = namedBy(entries);
  const documents = mergedDocuments([a, b], named);
  const evidence = mergedEvidence([a, b], named);
  const content = { info, journal: each(lines), documents, evidence, sign: null };
  await seal(
    content,
    lines.reduce((sum, { length }) => sum + length, 0),
  );
}

/** Writes the union of two project files of one case. Throws a CliError in words. */
export async function merge({ files: [a, b], output, secrets: options, seal }: MergeCommand): Promise<void> {
  requireTarget(output);
  const secrets = secretsFrom(options);
  await withProjectFile(a, secrets, (one) =>
    withProjectFile(b, secrets, (other) =>
      mergeOpened(one, other, async (content, textBytes) =>
        save(output, content, await secrets.toSeal(seal, output), textBytes),
      ),
    ),
  );
}
