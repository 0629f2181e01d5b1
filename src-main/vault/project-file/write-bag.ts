import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { bagInfoText, DECLARATION, type Listed, manifestText } from '#core/exchange/project-file/bag-text.ts';
import { type CaseFileInput, caseFileText } from '#core/exchange/project-file/case-file.ts';
import { type ChainHead, chainsFileText, signedChains } from '#core/exchange/project-file/chains-file.ts';
import {
  BAG,
  bagFolderFor,
  documentPath,
  evidencePath,
  placeOfPath,
} from '#core/exchange/project-file/layout.ts';
import { sha256, startTally } from './hashing.ts';
import { type CheckedJournal, startJournalCheck } from './journal-lines.ts';
import { type ArchiveWriter, startArchive } from './zip/writer.ts';

/** Signs bytes with the Ed25519 key of who writes the file; both in base64. Null when it cannot vouch for them. */
export type Signer = (
  bytes: Uint8Array,
) => Promise<{ readonly publicKey: string; readonly value: string } | null>;

/** A blob as a writer gives it: measured before, read when its turn comes. */
export type EvidenceSource = {
  /** SHA-256 of the content, lower-case hex. */
  readonly sha256: string;
  readonly crc32: number;
  readonly size: number;
  /** Ending of its file in the bag, see `extensionOf`. */
  readonly ext: string;
  /** Its content in pieces; each must stay as it is until the second after it is asked for. */
  read(): AsyncIterable<Uint8Array>;
};

/** The text of a document. */
export type DocumentSource = { readonly id: string; read(): AsyncIterable<Uint8Array> };

/** What goes into a project file. */
export type BagContent = {
  readonly info: CaseFileInput;
  /** `data/journal.jsonl` in pieces, cut anywhere; entries by actor and number. */
  readonly journal: AsyncIterable<Uint8Array>;
  readonly documents: AsyncIterable<DocumentSource>;
  readonly evidence: readonly EvidenceSource[];
  readonly sign: Signer | null;
};

/** The history as it was checked on its way into the archive, and the SHA-256 of its bytes. */
export type WrittenJournal = { readonly sha256: string; readonly journal: CheckedJournal };

/** The bag as far as it is written: its payload's files, and how many bytes they hold. */
type Bag = {
  readonly root: string;
  readonly archive: ArchiveWriter;
  readonly listed: Listed[];
  bytes: number;
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function checkPath(path: string): string {
  if (placeOfPath(path) === null) throw new ProjectFileFault('zip-bad-name', path);
  return path;
}

async function addText(
  { archive, root }: Bag,
  path: string,
  text: string,
): Promise<Listed & { size: number }> {
  const bytes = Buffer.from(text, 'utf8');
  await archive.deflate(`${root}/${path}`, once(bytes));
  return { path, sha256: sha256(bytes), size: bytes.length };
}

function list(bag: Bag, { path, sha256, size }: Listed & { readonly size: number }): void {
  bag.listed.push({ path, sha256 });
  bag.bytes += size;
}

async function addStream(bag: Bag, path: string, content: AsyncIterable<Uint8Array>): Promise<string> {
  const tally = startTally();
  await bag.archive.deflate(`${bag.root}/${checkPath(path)}`, tally.through(content));
  const result = tally.result();
  list(bag, { path, ...result });
  return result.sha256;
}

async function addJournal(bag: Bag, journal: AsyncIterable<Uint8Array>): Promise<WrittenJournal> {
  const check = startJournalCheck();
  const checked = async function* () {
    for await (const bytes of journal) {
      check.add(bytes);
      yield bytes;
    }
  };
  const sha256 = await addStream(bag, BAG.journal, checked());
  return { sha256, journal: check.end() };
}

async function addEvidence(bag: Bag, evidence: readonly EvidenceSource[]): Promise<void> {
  for (const source of evidence) {
    const path = checkPath(evidencePath(source.sha256, source.ext));
    await bag.archive.store(`${bag.root}/${path}`, source, source.read());
    list(bag, { ...source, path });
  }
}

async function chainsText({ info, sign }: BagContent, heads: readonly ChainHead[]): Promise<string> {
  const signed = sign ? await sign(signedChains(info.caseId, heads)) : null;
  const signature = signed && { actor: info.savedBy.actor, ...signed };
  return chainsFileText({ heads: [...heads], signature });
}

/**
 * Writes the bag as an archive whose bytes go to `write`, from start to end. The journal is checked
 * on its way: what no reader would take is not written. Throws faults, and what its sources throw.
 */
export async function writeBag(
  content: BagContent,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<WrittenJournal> {
  const { info, journal, documents, evidence } = content;
  const archive = startArchive(write, new Date(info.savedAt));
  const bag: Bag = { root: bagFolderFor(info.title), archive, listed: [], bytes: 0 };
  const declaration = await addText(bag, BAG.declaration, DECLARATION);
  list(bag, await addText(bag, BAG.caseFile, caseFileText(info)));
  const written = await addJournal(bag, journal);
  for await (const { id, read } of documents) await addStream(bag, documentPath(id), read());
  await addEvidence(bag, evidence);
  list(bag, await addText(bag, BAG.chains, await chainsText(content, written.journal.chains.heads)));
  const software = `${info.program.name} ${info.program.version}`.replace(/[\r\n]/g, ' ');
  const date = info.savedAt.slice(0, 10);
  const { bytes, listed } = bag;
  const about = bagInfoText({ software, date, caseId: info.caseId, bytes, files: listed.length });
  const tags = [declaration, await addText(bag, BAG.info, about)];
  tags.push(await addText(bag, BAG.manifest, manifestText(listed)));
  await addText(bag, BAG.tagManifest, manifestText(tags));
  await archive.end();
  return written;
}
