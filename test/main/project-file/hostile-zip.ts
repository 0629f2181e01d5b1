import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { makeHeader } from '#main/vault/project-file/age/header.ts';
import {
  CHUNK_BYTES,
  SEALED_BYTES,
  sealedSize,
  sealPayloadChunk,
} from '#main/vault/project-file/age/stream.ts';
import { crc32 } from '#main/vault/sealed/crc32.ts';
import { PASSPHRASE } from './support.ts';

/** One file for an archive; every field may lie. */
export type Member = {
  readonly name: string | Buffer;
  readonly data: Buffer;
  readonly deflate?: boolean;
  /** Fields of the directory record that are not what they should be. */
  readonly central?: Partial<Fields>;
  /** The same of the local header. */
  readonly local?: Partial<Fields>;
  /** Packed bytes in place of the true ones. */
  readonly packed?: Buffer;
};

type Fields = {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly extra: Buffer;
  readonly attributes: number;
  readonly madeBy: number;
  readonly offset: number;
};

const REGULAR = 0o100600 * 0x10000;

function fieldsOf({ name, data, deflate = false, packed }: Member): Fields & { readonly packed: Buffer } {
  const bytes = packed ?? (deflate ? deflateRawSync(data) : data);
  return {
    name: Buffer.from(name),
    flags: 0,
    method: deflate ? 8 : 0,
    crc: crc32(data),
    packedSize: bytes.length,
    size: data.length,
    extra: Buffer.alloc(0),
    attributes: REGULAR,
    madeBy: 0x314,
    offset: 0,
    packed: bytes,
  };
}

function localHeader({ name, flags, method, crc, packedSize, size, extra }: Fields): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt32LE(0x5af70000, 10);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packedSize, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

function directoryRecord(fields: Fields): Buffer {
  const { name, flags, method, crc, packedSize, size, extra, attributes, madeBy, offset } = fields;
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(madeBy, 4);
  record.writeUInt16LE(20, 6);
  record.writeUInt16LE(flags, 8);
  record.writeUInt16LE(method, 10);
  record.writeUInt32LE(0x5af70000, 12);
  record.writeUInt32LE(crc, 16);
  record.writeUInt32LE(packedSize, 20);
  record.writeUInt32LE(size, 24);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE(attributes, 38);
  record.writeUInt32LE(offset, 42);
  return Buffer.concat([record, name, extra]);
}

export type ZipLies = {
  readonly before?: Buffer;
  readonly between?: Buffer;
  readonly after?: Buffer;
  readonly comment?: Buffer;
  readonly count?: number;
};

/** An archive of these members, with the lies asked for. */
export function zipOf(members: readonly Member[], lies: ZipLies = {}): Buffer {
  const parts: Buffer[] = [lies.before ?? Buffer.alloc(0)];
  const records: Buffer[] = [];
  let at = parts[0]?.length ?? 0;
  const push = (part: Buffer): void => {
    parts.push(part);
    at += part.length;
  };
  for (const member of members) {
    const fields = fieldsOf(member);
    records.push(directoryRecord({ ...fields, offset: at, ...member.central }));
    push(localHeader({ ...fields, ...member.local }));
    push(fields.packed);
    if (lies.between) push(lies.between);
  }
  const directory = Buffer.concat(records);
  const comment = lies.comment ?? Buffer.alloc(0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(lies.count ?? members.length, 8);
  end.writeUInt16LE(lies.count ?? members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, directory, end, comment, lies.after ?? Buffer.alloc(0)]);
}

/** Encrypts any bytes as a project file is encrypted: what is inside need not be an archive. */
export async function ageSealer(): Promise<(plain: Buffer) => Buffer> {
  const { bytes, payloadKey } = await makeHeader(PASSPHRASE);
  const key = Buffer.from(payloadKey);
  return (plain) => {
    const chunks = Math.max(1, Math.ceil(plain.length / CHUNK_BYTES));
    const file = Buffer.alloc(bytes.length + sealedSize(plain.length));
    bytes.copy(file);
    for (let at = 0; at < chunks; at++) {
      const chunk = plain.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES);
      sealPayloadChunk(key, at, at === chunks - 1, chunk, file.subarray(bytes.length + at * SEALED_BYTES));
    }
    return file;
  };
}

const hash = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

/** A bag's files by path; texts are enough. */
export type Files = ReadonlyMap<string, Buffer>;

const manifest = (files: Files, paths: readonly string[]): Buffer =>
  Buffer.from(paths.map((path) => `${hash(files.get(path) ?? Buffer.alloc(0))}  ${path}\n`).join(''));

/** The same bag with some files replaced (null takes one away) and its lists made to fit again. */
export function changed(files: Files, changes: Readonly<Record<string, string | Buffer | null>>): Files {
  const next = new Map(files);
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) next.delete(path);
    else next.set(path, Buffer.from(content));
  }
  const payload = [...next.keys()].filter((path) => path.startsWith('data/'));
  const bytes = payload.reduce((sum, path) => sum + (next.get(path)?.length ?? 0), 0);
  if (!('bag-info.txt' in changes))
    next.set('bag-info.txt', Buffer.from(`Payload-Oxum: ${bytes}.${payload.length}\n`));
  if (!('manifest-sha256.txt' in changes)) next.set('manifest-sha256.txt', manifest(next, payload));
  if (!('tagmanifest-sha256.txt' in changes)) {
    const tags = ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'];
    next.set('tagmanifest-sha256.txt', manifest(next, tags));
  }
  return next;
}

export const ROOT = 'Bridge';
export const membersOf = (files: Files): Member[] =>
  [...files].map(([path, data]) => ({
    name: `${ROOT}/${path}`,
    data,
    deflate: path.startsWith('data/journal'),
  }));
