import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { HEAD_BYTES, headerLength } from '#main/vault/project-file/age/header.ts';
import { SEALED_BYTES } from '#main/vault/project-file/age/stream.ts';
import { bytesOf, flipped, startTrial } from './hostile.ts';
import { ageSealer } from './hostile-zip.ts';
import { archiveOf, evidenceOf, projectFile, sampleContent } from './support.ts';

let file: Buffer;
let archive: Buffer;
let seal: (plain: Buffer) => Buffer;
beforeAll(async () => {
  const path = await projectFile(
    sampleContent([evidenceOf(randomBytes(150_000)), evidenceOf(randomBytes(500), 'pdf')]),
  );
  file = bytesOf(path);
  archive = await archiveOf(await projectFile(sampleContent([evidenceOf(randomBytes(500), 'pdf')])));
  seal = await ageSealer();
});

/** Where the archive's own structures stand: local headers, descriptors, the directory, the end. */
function structures(zip: Buffer): Array<readonly [from: number, to: number]> {
  const end = zip.length - 22;
  const start = zip.readUInt32LE(end + 16);
  const places: Array<readonly [number, number]> = [[start, zip.length]];
  for (let at = start; at < end; ) {
    const [name, extra] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)];
    const local = zip.readUInt32LE(at + 42);
    const header = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    places.push([local, header]);
    const data = header + zip.readUInt32LE(at + 20);
    if (zip.readUInt32LE(data) === 0x08074b50) places.push([data, data + 16]);
    at += 46 + name + extra;
  }
  return places;
}

describe('a project file with one bit turned', () => {
  it('is refused wherever the bit stands in the age header and nonce', async () => {
    const trial = startTrial();
    const end = headerLength(file.subarray(0, HEAD_BYTES)) + 16;
    for (let at = 0; at < end; at++) {
      for (let bit = 0; bit < 8; bit++)
        await trial.refuse(`bit ${bit} of byte ${at}`, flipped(file, at, bit));
    }
    expect(trial.wrong()).toEqual([]);
    expect(trial.tried()).toBeGreaterThan(1000);
  }, 120_000);

  it('is refused wherever the bit stands in the encrypted payload', async () => {
    const trial = startTrial();
    const start = headerLength(file.subarray(0, HEAD_BYTES)) + 16;
    for (let at = start; at < file.length; at += 149) {
      await trial.refuse(`byte ${at}`, flipped(file, at, at & 7), 'age-payload-damaged');
    }
    expect(trial.wrong()).toEqual([]);
    expect(trial.tried()).toBeGreaterThan(1000);
  }, 120_000);

  it('is refused wherever the bit stands in a structure of the archive inside', async () => {
    const trial = startTrial();
    for (const [from, to] of structures(archive)) {
      for (let at = from; at < to; at++) {
        for (let bit = 0; bit < 8; bit++) {
          await trial.refuse(`bit ${bit} of archive byte ${at}`, seal(flipped(archive, at, bit)));
        }
      }
    }
    expect(trial.wrong()).toEqual([]);
    expect(trial.tried()).toBeGreaterThan(10_000);
    expect(trial.reasons().size).toBeGreaterThan(5);
  }, 240_000);
});

describe('a project file that was cut or rearranged', () => {
  it('is refused when cut at any 1 KB, at any byte near its ends, and when lengthened', async () => {
    const trial = startTrial();
    for (let at = 0; at < file.length; at += 1024) await trial.refuse(`cut at ${at}`, file.subarray(0, at));
    for (let at = 0; at < 300; at++) await trial.refuse(`cut at ${at}`, file.subarray(0, at));
    for (let less = 1; less < 300; less++)
      await trial.refuse(`${less} cut off`, file.subarray(0, file.length - less));
    for (const more of [1, 16, 17, 1000, SEALED_BYTES, 200_000]) {
      await trial.refuse(`${more} more`, Buffer.concat([file, Buffer.alloc(more)]));
    }
    for (let at = 0; at < archive.length; at += 16) {
      await trial.refuse(`archive cut at ${at}`, seal(archive.subarray(0, at)), 'zip-damaged');
    }
    expect(trial.wrong()).toEqual([]);
    expect(trial.tried()).toBeGreaterThan(800);
  }, 120_000);

  it('is refused when its encrypted pieces are swapped, doubled, left out or from another file', async () => {
    const trial = startTrial();
    const start = headerLength(file.subarray(0, HEAD_BYTES)) + 16;
    const head = file.subarray(0, start);
    const pieces: Buffer[] = [];
    for (let at = start; at < file.length; at += SEALED_BYTES)
      pieces.push(file.subarray(at, at + SEALED_BYTES));
    const other = bytesOf(await projectFile(sampleContent([evidenceOf(randomBytes(150_000))])));
    const rebuilt = (order: readonly Buffer[]) => Buffer.concat([head, ...order]);
    const [one = head, two = head, ...rest] = pieces;
    expect(rest.length).toBeGreaterThan(0);
    const wrong = 'age-payload-damaged';
    await trial.refuse('two swapped', rebuilt([two, one, ...rest]), wrong);
    await trial.refuse('one twice', rebuilt([one, one, two, ...rest]), wrong);
    await trial.refuse('one left out', rebuilt([one, ...rest]), wrong);
    await trial.refuse('the last left out', rebuilt(pieces.slice(0, -1)), wrong);
    await trial.refuse(
      'of another file',
      rebuilt([one, other.subarray(start + SEALED_BYTES, start + 2 * SEALED_BYTES), ...rest]),
      wrong,
    );
    await trial.refuse('under another header', Buffer.concat([other.subarray(0, start), ...pieces]));
    expect(trial.wrong()).toEqual([]);
  });
});
