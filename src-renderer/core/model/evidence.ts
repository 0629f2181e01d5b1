import type { Pillars, Reliability } from './grading.ts';
import type { Capture, OptionalPart } from './capture.ts';

export const EVIDENCE_KINDS = ['file', 'link', 'quotation', 'testimony'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const TERMS = ['on record', 'not by name', 'background', 'off record'] as const;

/** A file sealed by the vault. It says nothing of where the file lies: each installation names it by a key of its own. */
export type BlobRef = {
  /** SHA-256 of the plain bytes, lower-case hex. */
  readonly sha256: string;
  /** CRC-32 of the plain bytes (unsigned), kept so that saving hashes nothing again. */
  readonly crc32: number;
  readonly size: number;
  readonly name: string;
  readonly mediaType: string;
  /** Last change on the disk it came from, ISO 8601, null when pasted. */
  readonly modified: string | null;
};

/** What a stored file is found to be when it is hashed again. */
export type FileCheck = 'same' | 'altered' | 'missing';

export const HANDLINGS = ['viewed outside', 'found altered', 'whole again'] as const;

/**
 * What was last done with an item's sealed file besides reading it here; the history keeps each.
 * `found altered` and `whole again` speak of the laptop of whoever wrote it.
 */
export type Handling = {
  readonly what: (typeof HANDLINGS)[number];
  /** ISO 8601 instant. */
  readonly at: string;
};

/** Received media or testimony: how it reached us. */
export type Receipt = {
  /** Party id of who gave it. */
  readonly from: string | null;
  readonly via: string | null;
  /** EDTF or ISO 8601 date or time. */
  readonly when: string | null;
  readonly forwarded: boolean | null;
  /** What the sender said it shows. */
  readonly saidToShow: string | null;
  readonly terms: (typeof TERMS)[number] | null;
  readonly consent: string | null;
};

/** A rectangle of a picture, each number a fraction (0 to 1) of its width or height. */
export type Region = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** An item that may bear on claims. */
export type Evidence = {
  readonly ref: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly description: string | null;
  readonly file: BlobRef | null;
  readonly url: string | null;
  /** When the page was captured or seen, ISO 8601. */
  readonly capturedAt: string | null;
  /** The words, for quotations and testimony. */
  readonly text: string | null;
  readonly originId: string | null;
  readonly receipt: Receipt | null;
  /** Parts of the picture that exports black out; the original stays as it is. */
  readonly masks: readonly Region[];
  /** Of which link it is a capture, and how it was taken; null for all else. */
  readonly capture: Capture | null;
  /** Of a link: what the page does not have, so that no capture can show it. */
  readonly captureNone: readonly OptionalPart[];
  /** Under full grading: how reliable the source is, and what is established of the item. */
  readonly reliability: Reliability | null;
  readonly pillars: Pillars;
  readonly handling: Handling | null;
  /** Of a picture: what it looks like, to find others that show the same (`perceptual-hash.ts`); null for all else. */
  readonly perceptualHash: string | null;
};

/** Where evidence ultimately comes from: one origin is one voice. */
export type Origin = {
  readonly name: string;
  /** The party behind it; when it is on a claim's ladder the evidence repeats the claim. */
  readonly partyId: string | null;
  readonly note: string | null;
};
