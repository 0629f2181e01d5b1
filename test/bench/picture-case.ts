import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'jpeg-js';
import { createChange } from '#core/exchange/create-change.ts';
import { journalLine, parseJournalLine } from '#core/exchange/project-file/journal-line.ts';
import { appendChanges, type Tip } from '#core/journal/append.ts';
import type { Change } from '#core/journal/entry.ts';
import { ENTROPY } from '#main/cli/entropy.ts';
import { crc32 } from '#main/vault/sealed/crc32.ts';
import { bigSeed } from '../support/big-seed.ts';

const [WIDTH, HEIGHT] = [4000, 3000];
const WORDS_A_CLAIM = 20;

/** The command line of this build. */
const touchstone = (...args: readonly string[]): void => {
  execFileSync(process.execPath, ['build/main/cli.cjs', ...args], { stdio: 'ignore' });
};

/** A JPEG of 12 megapixels with edges and grain, as photographs have them. */
function photo(): Buffer {
  const data = Buffer.alloc(WIDTH * HEIGHT * 4, 255);
  let grain = 1;
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      grain = (Math.imul(grain, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
      const value = ((x >> 7) ^ (y >> 7)) & 1 ? 180 : 70;
      const at = (y * WIDTH + x) * 4;
      data[at] = value + (grain >> 27);
      data[at + 1] = value + (y >> 6);
      data[at + 2] = (x >> 5) + (grain >> 28);
    }
  }
  return encode({ width: WIDTH, height: HEIGHT, data }, 85).data;
}

/** The same picture as another file: a comment after its first marker (JPEG, segment COM). */
function copyOf(base: Buffer, at: number): Buffer {
  const words = Buffer.from(`picture ${at}`);
  const head = Buffer.from([0xff, 0xfe, 0, words.length + 2]);
  return Buffer.concat([base.subarray(0, 2), head, words, base.subarray(2)]);
}

function evidenceChanges(folder: string, pictures: number, claims: readonly string[]): Change[] {
  mkdirSync(join(folder, 'data/evidence'), { recursive: true });
  const base = photo();
  return Array.from({ length: pictures }, (_, at): Change[] => {
    const bytes = copyOf(base, at);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    writeFileSync(join(folder, `data/evidence/${sha256}.jpg`), bytes);
    const file = {
      sha256,
      crc32: crc32(bytes),
      size: bytes.length,
      name: `photo-${at}.jpg`,
      mediaType: 'image/jpeg',
      modified: null,
    };
    const [evidenceId, assessment] = [ENTROPY.newId(), ENTROPY.newId()];
    return [
      createChange('evidence', evidenceId, { ref: `E-${at + 1}`, kind: 'file', title: file.name, file }),
      createChange('assessment', assessment, {
        evidenceId,
        claimId: claims[at % claims.length] ?? '',
        stance: 'supports',
      }),
    ];
  }).flat();
}

/** The file whose first line is the passphrase of what {@link pictureCase} makes. */
export const passphraseFile = (work: string): string => join(work, 'words.txt');
export const WORDS = 'the file of the bench';

/** A project file of so many claims, each of the first ones with a picture of 12 megapixels. */
export function pictureCase(work: string, claims: number, pictures: number): string {
  const [seed, folder, file] = ['seed', 'bag', 'case.touchstone'].map((name) => join(work, name));
  if (!seed || !folder || !file) throw new Error('There is nowhere to write.');
  const words = passphraseFile(work);
  mkdirSync(seed);
  writeFileSync(words, `${WORDS}\n`);
  const { article, caseJson } = bigSeed(claims, claims * WORDS_A_CLAIM);
  writeFileSync(join(seed, 'article.txt'), article);
  writeFileSync(join(seed, 'case.json'), caseJson);
  touchstone('pack', seed, '-o', file, '--passphrase-file', words);
  if (pictures === 0) return file;
  touchstone('extract', file, folder, '--passphrase-file', words);
  const path = join(folder, 'data/journal.jsonl');
  const journal = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => parseJournalLine(line, 1).entry);
  const ids = journal.flatMap(({ body }) => (body?.entity === 'claim' ? [body.entityId] : []));
  const last = journal.at(-1)?.header;
  const tip: Tip = {
    actor: ENTROPY.newId(),
    seen: last ? { [last.actor]: last.seq } : {},
    prev: null,
    at: last?.at ?? null,
  };
  const { entries } = appendChanges(tip, evidenceChanges(folder, pictures, ids), ENTROPY);
  // The journal is ordered by actor, then by place (docs/project-file.md).
  const all = [...journal, ...entries].sort((a, b) =>
    a.header.actor === b.header.actor ? 0 : a.header.actor < b.header.actor ? -1 : 1,
  );
  writeFileSync(path, all.map((entry) => `${journalLine(entry)}\n`).join(''));
  touchstone('pack', folder, '-o', file, '--passphrase-file', words);
  return file;
}
