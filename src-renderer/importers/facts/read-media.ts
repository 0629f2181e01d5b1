import mediaInfoFactory from 'mediainfo.js';
import type { FileFacts } from '#core/facts/file-facts.ts';
import { factsFromMedia, type MediaTrack } from '#core/facts/from-media.ts';
import { ImportError } from '../import-error.ts';
import type { ReadRange } from './read-facts.ts';

/** Bytes asked for at a time. */
const PIECE = 256 * 1024;

/**
 * What the container of a video or sound file says, by ranges: a film of gigabytes is never held.
 * Throws ImportError `damaged-file` for what is no such file.
 */
export async function readMedia(size: number, read: ReadRange, wasm: string): Promise<FileFacts> {
  const info = await mediaInfoFactory({ format: 'object', chunkSize: PIECE, locateFile: () => wasm });
  try {
    const { media } = await info.analyzeData(size, (length, offset) =>
      read(offset, Math.min(size, offset + length)),
    );
    const tracks: readonly MediaTrack[] = (media?.track ?? []).map((track) => ({ ...track }));
    // It names a format for whatever it can make sense of.
    if (!tracks.some((track) => typeof track['Format'] === 'string')) {
      throw new ImportError('damaged-file', 'No container of video or sound was found in it.');
    }
    return factsFromMedia(tracks);
  } finally {
    info.close();
  }
}
