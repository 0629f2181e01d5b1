import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { halves, halvesJpeg } from '../../support/halves-jpeg.ts';
import { maskedCopy } from '#main/pictures/masked-copy.ts';
import { checkFile } from '#main/services/leak-check/check-file.ts';
import { checkBag } from '#main/vault/evidence-bag/check-bag.ts';
import { folderBag } from '#main/vault/evidence-bag/folder-bag.ts';
import type { ReadBagFile } from '#main/vault/evidence-bag/masked-file.ts';
import { writeEvidenceBag } from '#main/vault/evidence-bag/write-evidence-bag.ts';
import { realDisk } from '#main/vault/files/disk.ts';
import { crc32 } from '#main/vault/sealed/crc32.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'masked-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const [WIDTH, HEIGHT] = [400, 200];
const PIXELS = halves(WIDTH, HEIGHT);
const RIGHT = [{ x: 0.5, y: 0, width: 0.5, height: 1 }];

const photo = (orientation: number): Uint8Array =>
  halvesJpeg(WIDTH, HEIGHT, orientation, 'by Nadia al-Khatib');

function png(): Uint8Array {
  const picture = new PNG({ width: WIDTH, height: HEIGHT });
  picture.data = Buffer.from(PIXELS);
  return new Uint8Array(PNG.sync.write(picture));
}

const file = (name: string, mediaType: string, bytes: Uint8Array): ReadBagFile => ({
  path: `data/files/${name}`,
  ref: name.slice(0, 4),
  sha256: createHash('sha256').update(bytes).digest('hex'),
  crc32: crc32(bytes),
  size: bytes.length,
  mediaType,
  masks: RIGHT,
  async *read() {
    yield bytes;
  },
});

async function bagOf(files: readonly ReadBagFile[]) {
  const zip = join(folder, 'bag.zip');
  const about = { title: 'Yard', caseId: 'c', day: '2026-11-23', software: 'Touchstone 1' };
  const bag = { ...about, table: Buffer.from('Reference\r\n'), files };
  const watch = { signal: new AbortController().signal, report: () => undefined };
  const { leftOut } = await writeEvidenceBag(realDisk, zip, bag, watch);
  execFileSync('unzip', ['-q', zip, '-d', folder]);
  const root = join(folder, 'Yard-evidence');
  const text = (path: string) => readFileSync(join(root, path), 'utf8');
  return { zip, root, leftOut, info: text('bag-info.txt'), manifest: text('manifest-sha256.txt') };
}

/** Whether a pixel holds any blue. */
const blueLeft = (data: Uint8Array): boolean => data.some((value, at) => at % 4 === 2 && value > 40);

describe('a masked picture in a bag', () => {
  const original = photo(1);

  it('is a copy in full size with the masks burned in; the original is not in the bag', async () => {
    const { zip, root } = await bagOf([file('E-01-yard-masked-copy.jpg', 'image/jpeg', original)]);
    const copy = readFileSync(join(root, 'data/files/E-01-yard-masked-copy.jpg'));
    const { width, height, data } = decode(copy, { useTArray: true });
    expect([width, height]).toEqual([WIDTH, HEIGHT]);
    expect(blueLeft(data)).toBe(false);
    expect((data[0] ?? 0) > 200).toBe(true);
    expect(readFileSync(zip).includes(Buffer.from(original))).toBe(false);
  });

  it('stands in the manifest by its own hash, never by that of the original, and the bag verifies', async () => {
    const { root, manifest } = await bagOf([file('E-01-yard-masked-copy.jpg', 'image/jpeg', original)]);
    const copy = readFileSync(join(root, 'data/files/E-01-yard-masked-copy.jpg'));
    const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(manifest).toContain(`${sum(copy)}  data/files/E-01-yard-masked-copy.jpg`);
    expect(manifest).not.toContain(sum(original));
    const verdict = await checkBag(await folderBag(root), new AbortController().signal);
    expect(verdict).toMatchObject({ files: 2, problems: [] });
  });

  it('is said to be a masked copy, in words', async () => {
    const { info } = await bagOf([file('E-01-yard-masked-copy.jpg', 'image/jpeg', original)]);
    expect(info).toContain(
      'External-Description: data/files/E-01-yard-masked-copy.jpg is a masked copy of E-01: 1 part of the picture blacked out',
    );
  });

  it('holds no word of the original file: the leak check passes it', async () => {
    const { zip } = await bagOf([file('E-01-yard-masked-copy.jpg', 'image/jpeg', original)]);
    const guard = { needles: [{ itemId: 'nadia', words: 'Nadia al-Khatib' }], watched: [] };
    const question = { path: zip, fileName: 'bag.zip', content: '', ...guard };
    expect(await checkFile(question)).toEqual({ leaks: [], holds: [], unread: [] });
    // The check would have seen it.
    const whole = { ...file('E-01-yard.jpg', 'image/jpeg', original), masks: [] };
    rmSync(join(folder, 'Yard-evidence'), { recursive: true });
    await bagOf([whole]);
    expect((await checkFile(question)).leaks).not.toEqual([]);
  });

  it('that is damaged is left out, and the bag says so', async () => {
    const broken = file('E-02-face-masked-copy.png', 'image/png', png().subarray(0, 60));
    const { leftOut, info, manifest } = await bagOf([broken]);
    expect(leftOut).toEqual(['E-02']);
    expect(info).toContain('E-02 is left out');
    expect(manifest).not.toContain('E-02');
  });
});

describe('a masked copy', () => {
  it.each([
    [3, [0, 0, 0.5, 1]],
    [6, [0, 0.5, 1, 0.5]],
    [8, [0, 0, 1, 0.5]],
  ] as const)('is masked as a person sees the picture: orientation %i', (orientation, [x, y, w, h]) => {
    const copy = maskedCopy(photo(orientation), 'image/jpeg', [{ x, y, width: w, height: h }]);
    expect(blueLeft(decode(copy ?? [], { useTArray: true }).data)).toBe(false);
  });

  it('of a PNG stays one, sharp outside its masks', () => {
    const { width, data } = PNG.sync.read(Buffer.from(maskedCopy(png(), 'image/png', RIGHT) ?? []));
    expect(width).toBe(WIDTH);
    expect(blueLeft(data)).toBe(false);
    expect([...data.subarray(0, 4)]).toEqual([255, 0, 0, 255]);
  });

  it('is none of other kinds, of damaged pictures and without a mask', () => {
    expect(maskedCopy(png(), 'image/webp', RIGHT)).toBeNull();
    expect(maskedCopy(new Uint8Array([0xff, 0xd8, 0xff]), 'image/jpeg', RIGHT)).toBeNull();
    expect(maskedCopy(png(), 'image/png', [])).toBeNull();
  });
});
