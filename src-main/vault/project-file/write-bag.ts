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
import { startJournalCheck } from './journal-lines.ts';
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
  /** Its content in pieces; each is valid until the next is asked for. */
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

type Bag = { readonly add: Add; readonly listed: Listed[]; bytes: number };
type Add = (path: string, content: AsyncIterable<Uint8Array>) => Promise<Listed>;

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
}

function checkPath(path: string): string {
  if (placeOfPath(path) === null) throw new ProjectFileFault('zip-bad-name', path);
  return path;
}

async function addPayload(bag: Bag, path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const tally = startTally();
  await bag.add(checkPath(path), tally.through(content));
  const { sha256, size } = tally.result();
  bag.listed.push({ path, sha256 });
  bag.bytes += size;
}

async function addJournal(bag: Bag, journal: AsyncIterable<Uint8Array>): Promise<readonly ChainHead[]> {
  const check = startJournalCheck();
  const checked = async function* () {
    for await (const bytes of journal) {
      check.add(bytes);
      yield bytes;
    }
  };
  await addPayload(bag, BAG.journal, checked());
  return check.end().chains.heads;
}

async function addEvidence(
  bag: Bag,
  archive: ArchiveWriter,
  root: string,
  evidence: readonly EvidenceSource[],
): Promise<void> {
  for (const source of evidence) {
    const path = checkPath(evidencePath(source.sha256, source.ext));
    await archive.store(`${root}/${path}`, source, source.read());
    bag.listed.push({ path, sha256: source.sha256 });
    bag.bytes += source.size;
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
): Promise<void> {
  const { info, journal, documents, evidence } = content;
  const root = bagFolderFor(info.title);
  const archive = startArchive(write, new Date(info.savedAt));
  const tags: Listed[] = [];
  const addTag = async (path: string, text: string): Promise<void> => {
    await archive.deflate(`${root}/${path}`, once(text));
    tags.push({ path, sha256: sha256(text) });
  };
  const add: Add = async (path, pieces) => {
    await archive.deflate(`${root}/${path}`, pieces);
    return { path, sha256: '' };
  };
  const bag: Bag = { add, listed: [], bytes: 0 };
  await addTag(BAG.declaration, DECLARATION);
  await addPayload(bag, BAG.caseFile, once(caseFileText(info)));
  const heads = await addJournal(bag, journal);
  for await (const { id, read } of documents) await addPayload(bag, documentPath(id), read());
  await addEvidence(bag, archive, root, evidence);
  await addPayload(bag, BAG.chains, once(await chainsText(content, heads)));
  const software = `${info.program.name} ${info.program.version}`.replace(/[\r\n]/g, ' ');
  const date = info.savedAt.slice(0, 10);
  const { bytes, listed } = bag;
  await addTag(BAG.info, bagInfoText({ software, date, caseId: info.caseId, bytes, files: listed.length }));
  await addTag(BAG.manifest, manifestText(listed));
  await archive.deflate(`${root}/${BAG.tagManifest}`, once(manifestText(tags)));
  await archive.end();
}
