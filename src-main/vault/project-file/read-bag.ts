import { createHash } from 'node:crypto';
import sodium from 'sodium-native';
import { checkDeclaration, parseManifest, payloadOxum } from '#core/exchange/project-file/bag-text.ts';
import { type CaseFile, parseCaseFile } from '#core/exchange/project-file/case-file.ts';
import {
  type ChainsFile,
  checkHeads,
  parseChainsFile,
  signedChains,
} from '#core/exchange/project-file/chains-file.ts';
import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { BAG, isBagFolder, type Place, placeOfPath, REQUIRED } from '#core/exchange/project-file/layout.ts';
import { LIMITS } from '#core/exchange/project-file/limits.ts';
import type { PayloadReader } from './age/payload-reader.ts';
import { type CheckedJournal, startJournalCheck } from './journal-lines.ts';
import type { WrittenJournal } from './write-bag.ts';
import { readDirectory, type ZipEntry } from './zip/directory.ts';
import { checkSize, openEntry } from './zip/entry-data.ts';

/** One file of the bag: its path without the bag's own folder, and what stands there. */
export type BagFile = { readonly path: string; readonly place: Place; readonly entry: ZipEntry };

/** A bag that was checked from end to end. */
export type CheckedBag = {
  readonly info: CaseFile;
  readonly journal: CheckedJournal;
  readonly chains: ChainsFile;
  readonly files: readonly BagFile[];
};

type Watch = { readonly signal: AbortSignal; readonly report: (done: number) => void };
type Lists = { readonly payload: ReadonlyMap<string, string>; readonly tags: ReadonlyMap<string, string> };

const mostBytes = ({ path, place }: BagFile): number => {
  if (place.kind === 'evidence') return Number.MAX_SAFE_INTEGER;
  if (place.kind === 'document') return LIMITS.document;
  if (path === BAG.journal) return LIMITS.journal;
  if (path === BAG.manifest || path === BAG.tagManifest) return LIMITS.manifest;
  return path === BAG.chains ? LIMITS.chains : LIMITS.description;
};

function bagFileOf(entry: ZipEntry, root: string): BagFile {
  const path = entry.name.startsWith(`${root}/`) ? entry.name.slice(root.length + 1) : '';
  const place = placeOfPath(path);
  if (place === null) throw new ProjectFileFault('zip-bad-name', JSON.stringify(entry.name.slice(0, 120)));
  const file = { path, place, entry };
  checkSize(entry, mostBytes(file));
  return file;
}

function bagFiles(entries: readonly ZipEntry[]): BagFile[] {
  const root = entries[0]?.name.split('/')[0] ?? '';
  if (entries.length > 0 && !isBagFolder(root)) {
    throw new ProjectFileFault('zip-bad-name', JSON.stringify(root.slice(0, 120)));
  }
  const files = entries.map((entry) => bagFileOf(entry, root));
  const paths = new Set(files.map(({ path }) => path));
  const missing = REQUIRED.find((path) => !paths.has(path));
  if (missing !== undefined) throw new ProjectFileFault('bag-file-missing', missing);
  return files;
}

/** Reads a small file of the bag as text. */
export async function textOf(payload: PayloadReader, { path, entry }: BagFile): Promise<string> {
  const data = await openEntry(payload, entry);
  const pieces: Buffer[] = [];
  for await (const piece of data.pieces()) pieces.push(Buffer.from(piece));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(pieces));
  } catch {
    throw new ProjectFileFault('bag-bad-manifest', `${path} is not in UTF-8`);
  }
}

/** Checks that the lists name exactly the files that are there (RFC 8493, section 3). */
function checkLists(files: readonly BagFile[], { payload, tags }: Lists): void {
  const listed = (path: string): boolean => (path.startsWith('data/') ? payload : tags).has(path);
  const unlisted = files.find(({ path }) => path !== BAG.tagManifest && !listed(path));
  if (unlisted) throw new ProjectFileFault('bag-file-unlisted', unlisted.path);
  const there = new Set(files.map(({ path }) => path));
  for (const path of [...payload.keys(), ...tags.keys()]) {
    if (!there.has(path)) throw new ProjectFileFault('bag-file-missing', path.slice(0, 200));
  }
  const odd = [...payload.keys()].find((path) => !path.startsWith('data/'));
  if (odd !== undefined) throw new ProjectFileFault('bag-bad-manifest', `${BAG.manifest} names ${odd}`);
  const tagged = [...tags.keys()].find((path) => path.startsWith('data/') || path === BAG.tagManifest);
  if (tagged !== undefined)
    throw new ProjectFileFault('bag-bad-manifest', `${BAG.tagManifest} names ${tagged}`);
}

function checkHash({ path, place }: BagFile, hash: string, { payload, tags }: Lists): void {
  const wanted = path === BAG.tagManifest ? hash : (payload.get(path) ?? tags.get(path));
  if (hash !== wanted) throw new ProjectFileFault('bag-checksum-differs', path);
  if (place.kind === 'evidence' && place.sha256 !== hash)
    throw new ProjectFileFault('evidence-differs', path);
}

/** Checks a text against what the history says of its document. */
function checkDocument({ path, place }: BagFile, hash: string, journal: CheckedJournal): void {
  if (place.kind !== 'document') return;
  const hashes = journal.refs.documents.get(place.id);
  if (!hashes) throw new ProjectFileFault('document-unlisted', path);
  if (!hashes.has(hash)) throw new ProjectFileFault('document-differs', path);
}

function checkEvidence({ path, place, entry }: BagFile, journal: CheckedJournal): void {
  if (place.kind !== 'evidence') return;
  const size = journal.refs.evidence.get(place.sha256);
  if (size === undefined) throw new ProjectFileFault('evidence-unlisted', path);
  if (size !== entry.size) throw new ProjectFileFault('evidence-differs', path);
}

/** Checks the signature, if there is one. Throws `signature-invalid`. */
function checkSignature(info: CaseFile, { heads, signature }: ChainsFile): void {
  if (signature === null) return;
  const [value, key] = [signature.value, signature.publicKey].map((text) => Buffer.from(text, 'base64'));
  const whose = info.savedBy.publicKey === signature.publicKey && info.savedBy.actor === signature.actor;
  const signed = Buffer.from(signedChains(info.caseId, heads));
  const sound = whose && value?.length === 64 && key?.length === 32;
  if (!sound || !sodium.crypto_sign_verify_detached(value, signed, key)) {
    throw new ProjectFileFault('signature-invalid');
  }
}

type Passed = { readonly journal: CheckedJournal; readonly hashes: ReadonlyMap<string, string> };

type ToRead = {
  readonly files: readonly BagFile[];
  readonly end: number;
  readonly known: WrittenJournal | null;
};

/** Reads everything once, in the order it lies in: every byte of the archive is accounted for. */
async function passThrough(
  payload: PayloadReader,
  { files, end, known }: ToRead,
  watch: Watch,
): Promise<Passed> {
  const journal = startJournalCheck();
  const hashes = new Map<string, string>();
  let at = 0;
  for (const file of files) {
    if (file.entry.offset !== at) throw new ProjectFileFault('zip-overlap', file.entry.name);
    const data = await openEntry(payload, file.entry);
    const hash = createHash('sha256');
    let done = 0;
    for await (const piece of data.pieces()) {
      watch.signal.throwIfAborted();
      hash.update(piece);
      if (file.path === BAG.journal && !known) journal.add(piece);
      done += piece.length;
      watch.report(Math.min(at + done, payload.size));
    }
    hashes.set(file.path, hash.digest('hex'));
    at = await data.end();
  }
  if (at !== end) throw new ProjectFileFault('zip-overlap', 'its directory');
  if (!known) return { journal: journal.end(), hashes };
  if (hashes.get(BAG.journal) !== known.sha256)
    throw new ProjectFileFault('bag-checksum-differs', BAG.journal);
  return { journal: known.journal, hashes };
}

function checkOxum(infoText: string, files: readonly BagFile[]): void {
  const stated = payloadOxum(infoText);
  const data = files.filter(({ path }) => path.startsWith('data/'));
  const bytes = data.reduce((sum, { entry }) => sum + entry.size, 0);
  if (stated && (stated.bytes !== bytes || stated.files !== data.length)) {
    throw new ProjectFileFault('bag-bad-manifest', 'Payload-Oxum');
  }
}

/**
 * Checks an archive from end to end: the archive itself, the bag, the case, the journal and its
 * chains, the signature, and that each belongs to the others. Throws the fault it finds first.
 * `known`: the journal that this archive was just written with; by its hash the same bytes are not
 * read line by line a second time.
 */
export async function checkBag(
  payload: PayloadReader,
  watch: Watch,
  known: WrittenJournal | null = null,
): Promise<CheckedBag> {
  const { entries, start } = await readDirectory(payload);
  const files = bagFiles(entries);
  const text = (path: string): Promise<string> => {
    const file = files.find((held) => held.path === path);
    if (!file) throw new ProjectFileFault('bag-file-missing', path);
    return textOf(payload, file);
  };
  const info = parseCaseFile(await text(BAG.caseFile));
  checkDeclaration(await text(BAG.declaration));
  const lists: Lists = {
    payload: parseManifest(await text(BAG.manifest), BAG.manifest),
    tags: parseManifest(await text(BAG.tagManifest), BAG.tagManifest),
  };
  checkLists(files, lists);
  checkOxum(await text(BAG.info), files);
  const { journal, hashes } = await passThrough(payload, { files, end: start, known }, watch);
  for (const file of files) {
    const hash = hashes.get(file.path) ?? '';
    checkHash(file, hash, lists);
    checkDocument(file, hash, journal);
    checkEvidence(file, journal);
  }
  const chains = parseChainsFile(await text(BAG.chains));
  checkHeads(journal.chains.heads, chains.heads);
  checkSignature(info, chains);
  return { info, journal, chains, files };
}
