import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseFile, parseCaseFile } from '#core/exchange/project-file/case-file.ts';
import { type ChainsFile, parseChainsFile } from '#core/exchange/project-file/chains-file.ts';
import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { BAG, documentPath, placeOfPath } from '#core/exchange/project-file/layout.ts';
import type { DocumentSource, EvidenceSource } from '../vault/project-file/write-bag.ts';
import { crc32 } from '../vault/sealed/crc32.ts';
import { failure } from './failures.ts';
import { reading } from './reading.ts';

/** A folder made by `extract`. */
export type BagFolder = {
  readonly info: CaseFile;
  readonly chains: ChainsFile;
  readonly journalBytes: number;
  readonly journal: () => AsyncIterable<Uint8Array>;
  readonly documents: readonly DocumentSource[];
  readonly evidence: readonly EvidenceSource[];
};

export const isBagFolder = (folder: string): boolean => existsSync(join(folder, BAG.declaration));

const filesIn = (folder: string, under: string): string[] => {
  const path = join(folder, under);
  if (!existsSync(path)) return [];
  return reading(path, () => readdirSync(path)).map((name) => `${under}/${name}`);
};

async function measured(path: string): Promise<{ sha256: string; crc32: number; size: number }> {
  const hash = createHash('sha256');
  let [crc, size] = [0, 0];
  for await (const piece of createReadStream(path)) {
    hash.update(piece);
    crc = crc32(piece, crc);
    size += piece.length;
  }
  return { sha256: hash.digest('hex'), crc32: crc, size };
}

async function evidenceIn(folder: string): Promise<EvidenceSource[]> {
  const sources: EvidenceSource[] = [];
  for (const path of filesIn(folder, 'data/evidence').sort()) {
    const place = placeOfPath(path);
    if (place?.kind !== 'evidence') throw new ProjectFileFault('zip-bad-name', path);
    const at = join(folder, path);
    const content = await measured(at);
    if (content.sha256 !== place.sha256) throw new ProjectFileFault('evidence-differs', path);
    sources.push({ ...content, ext: place.ext, read: () => createReadStream(at) });
  }
  return sources;
}

function documentsIn(folder: string): DocumentSource[] {
  return filesIn(folder, 'data/documents')
    .sort()
    .map((path) => {
      const place = placeOfPath(path);
      if (place?.kind !== 'document') throw new ProjectFileFault('zip-bad-name', path);
      return { id: place.id, read: () => createReadStream(join(folder, documentPath(place.id))) };
    });
}

/** Reads a folder made by `extract`, evidence measured anew. Throws a CliError in words. */
export async function readBagFolder(folder: string): Promise<BagFolder> {
  const text = (path: string): string =>
    reading(join(folder, path), () => readFileSync(join(folder, path), 'utf8'));
  try {
    const journal = join(folder, BAG.journal);
    return {
      info: parseCaseFile(text(BAG.caseFile)),
      chains: parseChainsFile(text(BAG.chains)),
      journalBytes: reading(journal, () => statSync(journal)).size,
      journal: () => createReadStream(journal),
      documents: documentsIn(folder),
      evidence: await evidenceIn(folder),
    };
  } catch (error) {
    throw failure(folder, error);
  }
}
