import type { Capture } from '../model/capture.ts';
import type { BlobRef, Evidence, Receipt } from '../model/evidence.ts';
import type { PillarFinding, Pillars } from '../model/grading.ts';
import { keep, link, maybe, own, quoted, reference, type Rule, type Rules, shape } from './rule.ts';

/** Who gave something not to be named is named by a code name or a pseudonym only. */
const receipt: Rule<Receipt> = (value, out, id) => {
  const { from, terms } = value;
  const unnamed = (terms === 'not by name' || terms === 'background') && from !== null && !out.hidden(from);
  if (unnamed) out.touched += 1;
  const told = shape<Receipt>({
    from: keep,
    via: maybe(own),
    when: keep,
    forwarded: keep,
    saidToShow: maybe(quoted),
    terms: keep,
    consent: maybe(own),
  })(value, out, id);
  return unnamed ? { ...told, from: null } : told;
};

const blob = shape<BlobRef>({
  sha256: keep,
  crc32: keep,
  size: keep,
  name: own,
  mediaType: keep,
  modified: keep,
});

/** Where the file itself stays behind, its hash and size would prove that the case holds it. */
const file: Rule<BlobRef | null> = (value, out, id) => {
  if (value === null || !out.hidesFiles) return maybe(blob)(value, out, id);
  out.touched += 1;
  return null;
};

/** Ends as files' names do: a dot and a few letters, one of them no digit ("v1.25" is no file). */
const FILE_NAME = /\S\.(?=\p{N}*\p{L})[\p{L}\p{N}]{2,5}$/u;

/**
 * An item is called after its file until somebody gives it a title. Where the file stays behind its
 * name does too: whoever holds the same file would know it by that.
 */
const title: Rule<string> = (value, out, id) => {
  const item = out.state.evidence.get(id);
  const isFileName = value === item?.file?.name || (item?.kind === 'file' && FILE_NAME.test(value.trim()));
  if (!out.hidesFiles || !isFileName) return out.own(value);
  out.touched += 1;
  return out.mark('file', value);
};

const capture = shape<Capture>({ linkId: keep, shows: keep, at: keep, tool: maybe(own), by: maybe(own) });

const pillar = maybe(shape<PillarFinding>({ state: keep, note: maybe(own) }));
const pillars = shape<Pillars>({
  provenance: pillar,
  source: pillar,
  date: pillar,
  location: pillar,
  motivation: pillar,
});

/** What becomes of every field of an evidence item when it leaves the program. */
export const evidenceRules: Rules<Evidence> = {
  ref: reference,
  kind: keep,
  title,
  description: maybe(own),
  file,
  url: link,
  capturedAt: keep,
  text: maybe(quoted),
  originId: keep,
  receipt: maybe(receipt),
  masks: keep,
  capture: maybe(capture),
  captureNone: keep,
  reliability: keep,
  pillars,
  handling: keep,
  // Found again on a picture published elsewhere, it would tie that picture to this case.
  perceptualHash: () => null,
};
