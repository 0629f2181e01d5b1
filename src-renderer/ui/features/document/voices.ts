import type { Span } from '#core/anchoring/paragraphs.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Item } from '#core/model/item.ts';
import type { Voice } from '#core/model/ladder.ts';
import { displayName } from '#core/model/names.ts';
import { type Sorted, sortSpans, spansWithin } from './places.ts';

/** A stretch with a voice, as the article shows it. */
export type VoicedSpan = Span & {
  readonly passageId: string;
  readonly voice: Voice;
  /** Who speaks: the innermost party or the article's words for nobody; '' when neither is given. */
  readonly speaker: string;
};

function speakerOf({ ladder }: Item<'passage'>, parties: CaseState['party']): string {
  const rung = ladder.at(-1);
  const party = parties.get(rung?.partyId ?? '');
  return (party && displayName(party)) || (rung?.unnamed ?? '');
}

/** The voices of one document. */
export function voicesOf(
  documentId: string,
  passages: CaseState['passage'],
  parties: CaseState['party'],
): Sorted<VoicedSpan> {
  const spans: VoicedSpan[] = [];
  for (const passage of passages.values()) {
    const { start, end, documentId: id } = passage.anchor;
    if (id !== documentId) continue;
    spans.push({
      start,
      end,
      passageId: passage.id,
      voice: passage.voice,
      speaker: speakerOf(passage, parties),
    });
  }
  return sortSpans(spans);
}

/** A piece of the bar beside a paragraph; `share` is its part of the paragraph's characters. */
export type BarPiece = { readonly start: number; readonly voice: Voice | null; readonly share: number };

/** The bar beside a paragraph, from its first character to its last. */
export function barOf(paragraph: Span, voices: readonly VoicedSpan[]): BarPiece[] {
  const pieces: BarPiece[] = [];
  let at = paragraph.start;
  const push = (voice: Voice | null, to: number): void => {
    if (to > at) pieces.push({ start: at, voice, share: to - at });
    at = Math.max(at, to);
  };
  for (const { start, end, voice } of voices) {
    push(null, Math.min(start, paragraph.end));
    push(voice, Math.min(end, paragraph.end));
  }
  if (pieces.length > 0) push(null, paragraph.end);
  // A gap of a blank or a quotation mark between two voices is no piece of its own.
  return pieces.filter(({ voice, share }) => voice !== null || share > 3);
}

/** A voice to be named above a paragraph, with its stretches there. */
export type NamedVoice = Pick<VoicedSpan, 'voice' | 'speaker'> & { readonly passageIds: readonly string[] };

/** The voices to be named above a paragraph: those that begin in it, each once, no narration. */
export function namedIn(paragraph: Span, voices: Sorted<VoicedSpan>): NamedVoice[] {
  const named = new Map<string, { voice: Voice; speaker: string; passageIds: string[] }>();
  for (const { start, voice, speaker, passageId } of spansWithin(voices, paragraph)) {
    if (start < paragraph.start || voice === 'narration') continue;
    const key = `${voice} ${speaker}`;
    const held = named.get(key);
    if (held) held.passageIds.push(passageId);
    else named.set(key, { voice, speaker, passageIds: [passageId] });
  }
  return [...named.values()];
}
