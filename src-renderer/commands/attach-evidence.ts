import type { Change } from '#core/journal/entry.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Locator, Stance } from '#core/model/claim-parts.ts';
import type { Evidence, EvidenceKind } from '#core/model/evidence.ts';
import { isPerceptualHash } from '#core/model/perceptual-hash.ts';
import { nextRefs } from '#core/model/refs.ts';
import type { Command, Refusal } from '#core/ports/command.ts';
import { create } from './support/change.ts';
import { type EvidenceFields, tidyEvidence } from './support/evidence-fields.ts';
import { findClaim } from './support/find.ts';
import { refuse } from './support/refuse.ts';
import { orNull } from './support/text.ts';

/** A new item: a file needs `file`, a link `url`, a quotation or testimony `text`. */
export type NewEvidence = {
  readonly id?: string;
  readonly kind: EvidenceKind;
  /** The sealed file, which the vault has stored already. */
  readonly file?: Evidence['file'];
  /** Of a picture, what it looks like (`core/model/perceptual-hash.ts`). */
  readonly perceptualHash?: string | null;
  /** Without a title: the file's name, the address, or the first words. */
  readonly fields: Partial<EvidenceFields>;
};

export type AttachEvidence = {
  readonly items: readonly NewEvidence[];
  /** The claim the items bear on at once, if any. */
  readonly bearing: {
    readonly claimId: string;
    readonly stance: Stance;
    readonly locator?: Locator | null;
    readonly note?: string | null;
  } | null;
};

const TITLE_LENGTH = 80;

function firstWords(text: string): string {
  const line = text.trim().replaceAll(/\s+/gu, ' ');
  if (line.length <= TITLE_LENGTH) return line;
  const cut = line.lastIndexOf(' ', TITLE_LENGTH);
  // Cut at a blank, or between whole characters where there is none.
  return `${cut > 0 ? line.slice(0, cut) : line.slice(0, TITLE_LENGTH).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The item as it is stored, without its reference. */
function tidyItem(
  state: CaseState,
  { kind, file = null, perceptualHash = null, fields }: NewEvidence,
): Partial<Evidence> | Refusal {
  const named = orNull(fields.title) ?? file?.name ?? orNull(fields.url) ?? firstWords(fields.text ?? '');
  if (kind === 'file' && !file) return refuse('file-missing');
  if (perceptualHash !== null && !isPerceptualHash(perceptualHash)) return refuse('not-a-picture');
  if (kind === 'link' && orNull(fields.url) === null) return refuse('url-bad', { text: '' });
  if ((kind === 'quotation' || kind === 'testimony') && orNull(fields.text) === null)
    return refuse('text-empty');
  const tidied = tidyEvidence(state, { ...fields, title: named });
  return 'refused' in tidied ? tidied : { ...tidied, kind, file, perceptualHash };
}

/** Adds evidence, several items at once if need be, and lets it bear on a claim. */
export const attachEvidence: Command<AttachEvidence> = (state, { items, bearing }, context) => {
  const claim = bearing && findClaim(state, bearing.claimId);
  if (claim && 'refused' in claim) return claim;
  const refs = nextRefs(state, 'evidence', context.actor, items.length);
  const changes: Change[] = [];
  for (const [at, item] of items.entries()) {
    const tidied = tidyItem(state, item);
    if ('refused' in tidied) return tidied;
    const id = item.id ?? context.newId();
    changes.push(create('evidence', id, { ref: refs[at] ?? '', ...tidied }));
    if (!bearing) continue;
    const { claimId, stance, locator = null, note } = bearing;
    const assessment = { evidenceId: id, claimId, stance, locator, note: orNull(note) };
    changes.push(create('assessment', context.newId(), assessment));
  }
  return changes;
};
