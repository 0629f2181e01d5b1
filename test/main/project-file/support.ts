import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type CaseFileInput } from '#core/exchange/project-file/case-file.ts';
import type { Change } from '#core/journal/entry.ts';
import { realDisk } from '#main/vault/files/disk.ts';
import type { Protection, Secret } from '#main/vault/project-file/age/header.ts';
import { openProjectFile } from '#main/vault/project-file/open-file.ts';
import { contentOf } from '#main/vault/project-file/take.ts';
import type { BagContent, EvidenceSource } from '#main/vault/project-file/write-bag.ts';
import { writeProjectFile, type Written } from '#main/vault/project-file/write-file.ts';
import { crc32 } from '#main/vault/sealed/crc32.ts';
import { actorId, chainOf, linesOf, smallCase as changesOf } from '../../support/project-content.ts';

const work = mkdtempSync(join(tmpdir(), 'touchstone-project-'));
// Of the long variants there are gigabytes to remove.
afterAll(() => rmSync(work, { recursive: true, force: true }), 120_000);
/** An empty folder that is gone after the tests of this file. */
export const freshFolder = (): string => mkdtempSync(join(work, 'folder-'));

/** Quick to guess, quick to test. */
export const PASSPHRASE: Protection & Secret = { passphrase: 'correct horse battery', workFactor: 2 };
export const CASE_ID = '11111111-2222-4333-8444-555555555555';
export const DOCUMENT_ID = '0190a000-0000-7000-8000-00000000d0c1';
export const TEXT = 'A bridge was closed.\n\nأغلق الجسر في دير الزور.\n';

export async function* once(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === 'string' ? Buffer.from(content) : content;
}

/** A piece of evidence held in memory. */
export const evidenceOf = (bytes: Uint8Array, ext = 'jpg'): EvidenceSource => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  crc32: crc32(bytes),
  size: bytes.length,
  ext,
  read: () => once(bytes),
});

export const INFO: CaseFileInput = {
  caseId: CASE_ID,
  title: 'Bridge at Deir ez-Zor',
  savedAt: '2026-11-23T04:00:00.000Z',
  savedBy: { actor: actorId(1), alias: 'Rima', publicKey: null },
  scope: 'whole',
  program: { name: 'Touchstone', version: '0.1.0' },
};

/** The changes of a small case: one document, its evidence, a few claims. */
export const smallCase = (evidence: readonly EvidenceSource[], claims = 3): Change[] =>
  changesOf(evidence, { id: DOCUMENT_ID, text: TEXT }, claims);

/** A document's text as a source. */
export async function* documentsOf(texts: Readonly<Record<string, string>>) {
  for (const [id, text] of Object.entries(texts)) yield { id, read: () => once(text) };
}

/** The content of a small, sound project file. */
export function sampleContent(
  evidence: readonly EvidenceSource[] = [evidenceOf(randomBytes(70_000))],
): BagContent {
  return {
    info: INFO,
    journal: once(linesOf(chainOf(1, smallCase(evidence)))),
    documents: documentsOf({ [DOCUMENT_ID]: TEXT }),
    evidence,
    sign: null,
  };
}

const unstopped = () => new AbortController().signal;

export function write(
  path: string,
  content: BagContent,
  protection: Protection = PASSPHRASE,
): Promise<Written> {
  const onProgress = () => undefined;
  return writeProjectFile(realDisk, {
    path,
    protection,
    content,
    expected: 0,
    signal: unstopped(),
    onProgress,
  });
}

/** A fresh project file of this content; returns its path. */
export async function projectFile(
  content = sampleContent(),
  protection: Protection = PASSPHRASE,
): Promise<string> {
  const path = join(freshFolder(), 'case.touchstone');
  await write(path, content, protection);
  return path;
}

export const open = (path: string, secret: Secret = PASSPHRASE) =>
  openProjectFile(realDisk, path, secret, unstopped());

/** Opens, closes, and gives the summary. */
export async function verify(path: string, secret: Secret = PASSPHRASE) {
  const opened = await open(path, secret);
  await opened.close();
  return opened.summary;
}

/** A file of these bytes. */
export function fileOf(bytes: Uint8Array): string {
  const path = join(freshFolder(), 'case.touchstone');
  writeFileSync(path, bytes);
  return path;
}

/** Every file of a project file's bag, by path. */
export async function bagOf(path: string, secret: Secret = PASSPHRASE): Promise<Map<string, Buffer>> {
  const opened = await open(path, secret);
  const files = new Map<string, Buffer>();
  for (const file of opened.bag.files) {
    const pieces: Buffer[] = [];
    for await (const piece of contentOf(opened.reader(), file)) pieces.push(Buffer.from(piece));
    files.set(file.path, Buffer.concat(pieces));
  }
  await opened.close();
  return files;
}

/** The archive inside a project file. */
export async function archiveOf(path: string, secret: Secret = PASSPHRASE): Promise<Buffer> {
  const opened = await open(path, secret);
  const payload = opened.reader();
  const bytes = await payload.read(0, payload.size);
  await opened.close();
  return bytes;
}
