import { randomBytes } from 'node:crypto';
import { constants, deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTrial } from './hostile.ts';
import { ageSealer, changed, type Files, type Member, membersOf, ROOT, zipOf } from './hostile-zip.ts';
import { bagOf, evidenceOf, fileOf, projectFile, sampleContent, verify } from './support.ts';

const MIB = 1024 * 1024;
let files: Files;
let seal: (plain: Buffer) => Buffer;
beforeAll(async () => {
  files = await bagOf(await projectFile(sampleContent([evidenceOf(randomBytes(5000))])));
  seal = await ageSealer();
});

/** The sound archive's members with one changed. */
function withMember(at: number, change: (member: Member) => Member): Member[] {
  return membersOf(files).map((member, index) => (index === at ? change(member) : member));
}
const extra = (name: string | Buffer, data: Buffer = Buffer.from('x')): Member[] => [
  ...membersOf(files),
  { name, data },
];

/** Memory this process may take on top while it refuses a file. */
async function withinMemory(work: () => Promise<void>): Promise<void> {
  const before = process.memoryUsage().rss;
  await work();
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * MIB);
}

describe('the archive that these tests build', () => {
  it('is taken when it is sound, so that a refusal says something', async () => {
    await expect(verify(fileOf(seal(zipOf(membersOf(files)))))).resolves.toMatchObject({ entries: 6 });
    await expect(verify(fileOf(seal(zipOf(membersOf(changed(files, {}))))))).resolves.toMatchObject({
      entries: 6,
    });
    await expect(verify(fileOf(seal(zipOf([...membersOf(files)].reverse()))))).resolves.toMatchObject({
      entries: 6,
    });
  });
});

describe('a name in the archive that leads elsewhere', () => {
  it('is refused', async () => {
    const trial = startTrial();
    const names = [
      '../evil.txt',
      '/etc/passwd',
      'C:/evil.txt',
      '..\\evil.txt',
      'evil.txt',
      '',
      '.',
      '..',
      '\u0000',
      'a'.repeat(400),
      ...[
        '../../evil',
        'data/../../evil',
        '/data/case.json',
        'data//case.json',
        './data/case.json',
        'DATA/case2.json',
      ].map((path) => `${ROOT}/${path}`),
      ...[
        'data/documents/../../x.txt',
        'data/documents/a b.txt',
        'data/documents/ä.txt',
        'data/documents/.txt',
        'data/evidence/x.jpg',
      ].map((path) => `${ROOT}/${path}`),
      ...[
        `data/evidence/${'a'.repeat(64)}.j/pg`,
        `data/evidence/${'A'.repeat(64)}.jpg`,
        'data/extra.bin',
        'fetch.txt',
        'data/documents/con.exe',
      ].map((path) => `${ROOT}/${path}`),
      `Other/data/documents/d.txt`,
      `${ROOT}x/bagit.txt`,
    ];
    for (const name of names)
      await trial.refuse(JSON.stringify(name), seal(zipOf(extra(name))), 'zip-bad-name', 'zip-not-a-file');
    await trial.refuse(
      'bytes that are no UTF-8',
      seal(zipOf(extra(Buffer.from([0xff, 0xfe])))),
      'zip-bad-name',
    );
    for (const root of ['..', '.', '-x', 'a b', 'C:', 'ä', '.hidden', 'x'.repeat(120)]) {
      const members = [...files].map(([path, data]) => ({ name: `${root}/${path}`, data }));
      await trial.refuse(`bag folder ${root}`, seal(zipOf(members)), 'zip-bad-name');
    }
    expect(trial.wrong()).toEqual([]);
  });

  it('is refused when it says one thing in the directory and another before the data', async () => {
    const trial = startTrial();
    for (let at = 0; at < files.size; at++) {
      const { name } = membersOf(files)[at] ?? { name: '' };
      const local = { name: Buffer.from(`../${String(name).slice(3)}`) };
      await trial.refuse(
        `file ${at}`,
        seal(zipOf(withMember(at, (member) => ({ ...member, local })))),
        'zip-header-differs',
      );
    }
    expect(trial.wrong()).toEqual([]);
  });

  it('is refused when a file is there twice, in whatever case of letters', async () => {
    const trial = startTrial();
    for (const [path, data] of files) {
      await trial.refuse(path, seal(zipOf(extra(`${ROOT}/${path}`, data))), 'zip-duplicate');
      const shouted = `${ROOT}/${path}`.toUpperCase();
      await trial.refuse(shouted, seal(zipOf(extra(shouted, data))), 'zip-duplicate');
    }
    expect(trial.wrong()).toEqual([]);
  });
});

describe('what is no ordinary file', () => {
  it('is refused: links, folders, devices, encrypted or oddly packed files', async () => {
    const trial = startTrial();
    for (const kind of [0o120000, 0o040000, 0o010000, 0o020000, 0o060000, 0o140000]) {
      const central = { attributes: (kind | 0o777) * 0x10000 };
      for (let at = 0; at < files.size; at++) {
        const zip = zipOf(withMember(at, (member) => ({ ...member, central })));
        await trial.refuse(
          `kind ${kind.toString(8)} of file ${at}`,
          seal(zip),
          'zip-not-a-file',
          'zip-damaged',
        );
      }
    }
    await trial.refuse('a folder', seal(zipOf(extra(`${ROOT}/data/`, Buffer.alloc(0)))), 'zip-not-a-file');
    for (const flags of [1, 0x20, 0x40, 0x2000]) {
      const lie = { flags };
      const zip = zipOf(withMember(1, (member) => ({ ...member, central: lie, local: lie })));
      await trial.refuse(`flags ${flags}`, seal(zip), 'zip-unknown-method');
    }
    for (const method of [1, 6, 9, 12, 14, 93, 95, 98, 99]) {
      const lie = { method };
      const zip = zipOf(withMember(1, (member) => ({ ...member, central: lie, local: lie })));
      await trial.refuse(`method ${method}`, seal(zip), 'zip-unknown-method');
    }
    for (const id of [0x7075, 0x9901, 0x5455, 0x000a]) {
      const field = Buffer.from([id & 255, id >> 8, 1, 0, 7]);
      const zip = zipOf(withMember(1, (member) => ({ ...member, central: { extra: field } })));
      await trial.refuse(`extra field ${id}`, seal(zip), 'zip-damaged');
      const local = zipOf(withMember(1, (member) => ({ ...member, local: { extra: field } })));
      await trial.refuse(`local extra field ${id}`, seal(local), 'zip-header-differs');
    }
    expect(trial.wrong()).toEqual([]);
  });
});

describe('what the archive says of a file and what is there', () => {
  it('must agree: sizes, checksums, order, nothing hidden', async () => {
    const trial = startTrial();
    for (let at = 0; at < files.size; at++) {
      for (const off of [1, -1, 100_000]) {
        const size = (member: Member) => member.data.length + off;
        const sizes = (member: Member) => ({
          size: size(member),
          ...(member.deflate ? {} : { packedSize: size(member) }),
        });
        const both = withMember(at, (member) => ({
          ...member,
          central: sizes(member),
          local: sizes(member),
        }));
        await trial.refuse(`size of ${at} off by ${off}`, seal(zipOf(both)));
        const one = withMember(at, (member) => ({ ...member, local: sizes(member) }));
        await trial.refuse(`local size of ${at} off by ${off}`, seal(zipOf(one)), 'zip-header-differs');
      }
      const crc = { crc: 12345 };
      const zip = zipOf(withMember(at, (member) => ({ ...member, central: crc, local: crc })));
      await trial.refuse(`checksum of ${at}`, seal(zip), 'zip-checksum-differs');
    }
    const sound = membersOf(files);
    const rest = Buffer.from('PK and more');
    await trial.refuse('bytes before', seal(zipOf(sound, { before: rest })), 'zip-overlap');
    await trial.refuse('bytes between', seal(zipOf(sound, { between: rest })), 'zip-overlap');
    await trial.refuse('bytes behind', seal(zipOf(sound, { after: rest })), 'zip-damaged');
    await trial.refuse('a comment', seal(zipOf(sound, { comment: rest })), 'zip-damaged');
    await trial.refuse('two archives', seal(Buffer.concat([zipOf(sound), zipOf(sound)])), 'zip-damaged');
    await trial.refuse('a file not counted', seal(zipOf(sound, { count: sound.length - 1 })), 'zip-damaged');
    await trial.refuse(
      'a file too many counted',
      seal(zipOf(sound, { count: sound.length + 1 })),
      'zip-damaged',
    );
    await trial.refuse('no file', seal(zipOf([])), 'bag-file-missing');
    for (let at = 0; at < sound.length; at++) {
      const offset = { offset: 0 };
      if (at > 0)
        await trial.refuse(
          `file ${at} over the first`,
          seal(zipOf(withMember(at, (member) => ({ ...member, central: offset })))),
          'zip-overlap',
        );
    }
    expect(trial.wrong()).toEqual([]);
  });

  it('is refused when the data of two files are swapped', async () => {
    const trial = startTrial();
    const paths = [...files.keys()];
    for (const one of paths) {
      for (const other of paths) {
        if (one >= other) continue;
        const swapped = new Map<string, Buffer>(files);
        swapped.set(one, files.get(other) ?? Buffer.alloc(0)).set(other, files.get(one) ?? Buffer.alloc(0));
        await trial.refuse(`${one} and ${other}`, seal(zipOf(membersOf(swapped))));
      }
    }
    expect(trial.wrong()).toEqual([]);
  });
});

describe('an archive made to fill memory or disk', () => {
  /** Deflate can say a megabyte of zeros in a kilobyte, as often as one likes. */
  function packedZeros(megabytes: number): Buffer {
    const piece = deflateRawSync(Buffer.alloc(MIB), { finishFlush: constants.Z_FULL_FLUSH });
    return Buffer.concat([
      ...Array.from({ length: megabytes }, () => piece),
      deflateRawSync(Buffer.alloc(0)),
    ]);
  }
  const bomb = (path: string, packed: Buffer, size: number): Buffer => {
    const sizes = { method: 8, packedSize: packed.length, size: size % 0xffffffff, crc: 0 };
    const member = { name: `${ROOT}/${path}`, data: Buffer.alloc(0), packed, central: sizes, local: sizes };
    return seal(zipOf([...membersOf(files).filter(({ name }) => name !== member.name), member]));
  };

  it('is refused by what it says of itself, or as soon as more comes out than it says', async () => {
    const trial = startTrial();
    const packed = packedZeros(10 * 1024);
    await withinMemory(async () => {
      const evidence = `data/evidence/${'0'.repeat(64)}.bin`;
      for (const path of [
        evidence,
        'data/journal.jsonl',
        'data/case.json',
        'data/documents/d.txt',
        'manifest-sha256.txt',
      ]) {
        const said = bomb(path, packed, 3 * 1024 * MIB);
        await trial.refuse(`${path}, said`, said, 'zip-bomb', 'zip-too-large', 'bag-file-missing');
        await trial.refuse(`${path}, not said`, bomb(path, packed, 1000));
      }
    });
    expect(trial.wrong()).toEqual([]);
  }, 60_000);

  it('is refused with a million files in it, true or only said', async () => {
    const trial = startTrial();
    await withinMemory(async () => {
      await trial.refuse('a million', seal(manyRecords(1_000_000, 0xfffe)), 'zip-damaged');
      await trial.refuse('a million, said to be ten', seal(manyRecords(1_000_000, 10)), 'zip-damaged');
      await trial.refuse('two million', seal(manyRecords(2_000_000, 0xfffe)), 'zip-too-large');
      const million = zipOf(membersOf(files));
      await trial.refuse('said by ZIP64', seal(withEnd64(million, 1_000_000)), 'zip-too-many');
    });
    expect(trial.wrong()).toEqual([]);
  }, 60_000);
});

/** An archive whose directory names this many files, and says that it names `count`. */
function manyRecords(records: number, count: number): Buffer {
  const one = zipOf([{ name: 'B/0000000', data: Buffer.alloc(0) }]);
  const [start, length] = [one.readUInt32LE(one.length - 6), one.readUInt32LE(one.length - 10)];
  const zip = Buffer.alloc(start + records * length + 22);
  one.copy(zip, 0, 0, start + length);
  for (let at = 1; at < records; at++) {
    one.copy(zip, start + at * length, start, start + length);
    zip.write(String(at).padStart(7, '0'), start + at * length + 48, 'latin1');
  }
  const end = zip.length - 22;
  one.copy(zip, end, one.length - 22);
  zip.writeUInt16LE(count, end + 8);
  zip.writeUInt16LE(count, end + 10);
  zip.writeUInt32LE(records * length, end + 12);
  return zip;
}

/** Puts a ZIP64 end before the archive's own, which counts `count` files. */
function withEnd64(zip: Buffer, count: number): Buffer {
  const body = zip.subarray(0, zip.length - 22);
  const end = Buffer.from(zip.subarray(zip.length - 22));
  const long = Buffer.alloc(76);
  long.writeUInt32LE(0x06064b50, 0);
  long.writeBigUInt64LE(44n, 4);
  long.writeUInt16LE(45, 12);
  long.writeUInt16LE(45, 14);
  long.writeBigUInt64LE(BigInt(count), 24);
  long.writeBigUInt64LE(BigInt(count), 32);
  long.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40);
  long.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48);
  long.writeUInt32LE(0x07064b50, 56);
  long.writeBigUInt64LE(BigInt(body.length), 64);
  long.writeUInt32LE(1, 72);
  end.writeUInt16LE(0xffff, 8);
  end.writeUInt16LE(0xffff, 10);
  return Buffer.concat([body, long, end]);
}
