import { createHash } from 'node:crypto';
import { checkDeclaration, parseManifest, payloadOxum } from '#core/exchange/project-file/bag-text.ts';
import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { BAG } from '#core/exchange/project-file/layout.ts';

/** A bag wherever it lies: its files by their path inside it. */
export type BagSource = {
  readonly paths: readonly string[];
  read(path: string): AsyncIterable<Uint8Array>;
};

/** What is wrong with one file of a bag (RFC 8493, section 3). */
export type BagProblem = {
  readonly path: string;
  readonly what: 'altered' | 'missing' | 'unlisted' | 'unreadable';
};

export type BagVerdict = {
  readonly files: number;
  readonly bytes: number;
  readonly problems: readonly BagProblem[];
};

/** Tag files are small; a larger one is none. */
const TAG_BYTES = 64 * 1024 * 1024;

async function textOf(source: BagSource, path: string): Promise<string> {
  if (!source.paths.includes(path)) throw new ProjectFileFault('bag-file-missing', path);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of source.read(path)) {
    size += piece.length;
    if (size > TAG_BYTES) throw new ProjectFileFault('zip-too-large', path);
    pieces.push(Buffer.from(piece));
  }
  return Buffer.concat(pieces).toString('utf8');
}

async function digest(source: BagSource, path: string, signal: AbortSignal) {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of source.read(path)) {
    signal.throwIfAborted();
    hash.update(piece);
    size += piece.length;
  }
  return { sha256: hash.digest('hex'), size };
}

async function checkFile(source: BagSource, path: string, wanted: string, signal: AbortSignal) {
  try {
    const { sha256, size } = await digest(source, path, signal);
    return { size, what: sha256 === wanted ? null : ('altered' as const) };
  } catch (error) {
    if (!(error instanceof ProjectFileFault)) throw error;
    return { size: 0, what: 'unreadable' as const };
  }
}

/**
 * Checks a bag from end to end: complete and valid (RFC 8493, section 3), and its payload as large
 * as it says (2.2.2, Payload-Oxum). Throws a fault where it is no bag with SHA-256 manifests at all.
 */
export async function checkBag(source: BagSource, signal: AbortSignal): Promise<BagVerdict> {
  checkDeclaration(await textOf(source, BAG.declaration));
  const payload = parseManifest(await textOf(source, BAG.manifest), BAG.manifest);
  const tagged = source.paths.includes(BAG.tagManifest);
  // 2.2.1: a tag manifest is optional.
  const tags = tagged
    ? parseManifest(await textOf(source, BAG.tagManifest), BAG.tagManifest)
    : new Map<string, string>();
  const problems: BagProblem[] = [];
  let bytes = 0;
  for (const [path, wanted] of [...payload, ...tags]) {
    if (!source.paths.includes(path)) {
      problems.push({ path, what: 'missing' });
      continue;
    }
    const { size, what } = await checkFile(source, path, wanted, signal);
    if (payload.has(path)) bytes += size;
    if (what) problems.push({ path, what });
  }
  // Section 3: every payload file is in the manifest; tag files may be unlisted, but not in ours.
  for (const path of source.paths) {
    const listed = path.startsWith('data/')
      ? payload.has(path)
      : !tagged || tags.has(path) || path === BAG.tagManifest;
    if (!listed) problems.push({ path, what: 'unlisted' });
  }
  const said = source.paths.includes(BAG.info) ? payloadOxum(await textOf(source, BAG.info)) : null;
  // Said of a payload that is there: where files of it differ, they are named already.
  const differs = said && (said.bytes !== bytes || said.files !== payload.size);
  if (differs && problems.length === 0) problems.push({ path: BAG.info, what: 'altered' });
  return { files: payload.size, bytes, problems };
}
