import { DOMParser } from '@xmldom/xmldom';
import ExifReader from 'exifreader';
import type { FileFacts } from '#core/facts/file-facts.ts';
import { factsFromExif, type Tag } from '#core/facts/from-exif.ts';
import { ImportError } from '../import-error.ts';

const NOTHING: FileFacts = { facts: [], times: [], place: null, traces: [] };

/** A group of tags as plain data, whatever names are in it. */
const plain = (group: object | undefined): Readonly<Record<string, Tag | undefined>> =>
  Object.fromEntries(Object.entries(group ?? {}) as [string, Tag][]);

/** What a picture says of itself in Exif, XMP and IPTC. Throws ImportError `damaged-file`. */
export function readPicture(bytes: Uint8Array): FileFacts {
  try {
    const { buffer } = new Uint8Array(bytes);
    // XMP is XML of a stranger: this parser fetches nothing and expands no entity of its own.
    const domParser = new DOMParser({ onError: () => undefined });
    const { exif, xmp, iptc, gps } = ExifReader.load(buffer, { expanded: true, domParser });
    return factsFromExif({ exif: plain(exif), xmp: plain(xmp), iptc: plain(iptc), ...(gps ? { gps } : {}) });
  } catch (error) {
    // So ExifReader says that a picture holds none.
    if (error instanceof Error && error.name === 'MetadataMissingError') return NOTHING;
    throw new ImportError('damaged-file', 'The picture cannot be read.', { cause: error });
  }
}
