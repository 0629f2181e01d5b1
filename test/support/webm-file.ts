import { closeSync, openSync, writeSync } from 'node:fs';

/** An element of EBML (RFC 8794): its id, its length in eight bytes, its content. */
function element(id: number, ...parts: readonly Uint8Array[]): Buffer {
  const name = Buffer.from(id.toString(16).padStart(id.toString(16).length % 2 === 0 ? 0 : 2, '0'), 'hex');
  const length = Buffer.alloc(8);
  const body = Buffer.concat(parts);
  length.writeBigUInt64BE(BigInt(body.length) | (1n << 56n));
  return Buffer.concat([name, length, body]);
}

/** A whole number in eight bytes, so that every element of a kind is as long as the next. */
function number(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

function float(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

const text = (value: string): Buffer => Buffer.from(value, 'latin1');

/** The VP8 key frame within a lossy WebP picture (RFC 9649, chunk `VP8 `). */
export function vp8Frame(webp: Uint8Array): Uint8Array {
  const view = Buffer.from(webp);
  for (let at = 12; at + 8 <= view.length; ) {
    const length = view.readUInt32LE(at + 4);
    if (view.toString('latin1', at, at + 4) === 'VP8 ') return view.subarray(at + 8, at + 8 + length);
    at += 8 + length + (length % 2);
  }
  throw new Error('There is no VP8 frame in this picture.');
}

const FRAMES_A_SECOND = 10;

function cluster(frame: Uint8Array, second: number): Buffer {
  const blocks = Array.from({ length: FRAMES_A_SECOND }, (_, at) => {
    const head = Buffer.from([0x81, 0, 0, 0x80]);
    head.writeInt16BE((at * 1000) / FRAMES_A_SECOND, 1);
    return element(0xa3, head, frame);
  });
  return element(0x1f43b675, element(0xe7, number(second * 1000)), ...blocks);
}

/**
 * Writes a WebM film (RFC 9559) of at least so many bytes that shows one frame ten times a second,
 * with an index of every second. Returns its length in seconds.
 */
export function writeWebm(
  path: string,
  options: {
    readonly frame: Uint8Array;
    readonly width: number;
    readonly height: number;
    readonly bytes: number;
  },
): number {
  const { frame, width, height, bytes } = options;
  const clusterLength = cluster(frame, 0).length;
  const seconds = Math.ceil(bytes / clusterLength);
  const info = element(
    0x1549a966,
    element(0x2ad7b1, number(1_000_000)),
    element(0x4489, float(seconds * 1000)),
    element(0x4d80, text('test')),
    element(0x5741, text('test')),
  );
  const picture = element(0xe0, element(0xb0, number(width)), element(0xba, number(height)));
  const track = element(
    0xae,
    element(0xd7, number(1)),
    element(0x73c5, number(1)),
    element(0x83, number(1)),
    element(0x86, text('V_VP8')),
    picture,
  );
  const tracks = element(0x1654ae6b, track);
  const index = (first: number): Buffer =>
    element(
      0x1c53bb6b,
      ...Array.from({ length: seconds }, (_, second) =>
        element(
          0xbb,
          element(0xb3, number(second * 1000)),
          element(0xb7, element(0xf7, number(1)), element(0xf1, number(first + second * clusterLength))),
        ),
      ),
    );
  const before = info.length + tracks.length;
  const cues = index(before + index(0).length);
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(before + cues.length + seconds * clusterLength) | (1n << 56n));
  const head = element(
    0x1a45dfa3,
    element(0x4286, number(1)),
    element(0x42f7, number(1)),
    element(0x42f2, number(4)),
    element(0x42f3, number(8)),
    element(0x4282, text('webm')),
    element(0x4287, number(4)),
    element(0x4285, number(2)),
  );
  const file = openSync(path, 'w');
  try {
    writeSync(file, Buffer.concat([head, Buffer.from('18538067', 'hex'), length, info, tracks, cues]));
    for (let second = 0; second < seconds; second++) writeSync(file, cluster(frame, second));
  } finally {
    closeSync(file);
  }
  return seconds;
}
