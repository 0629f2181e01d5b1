import { pagesCited } from '../anchoring/pages.ts';
import type { Anchor } from '../model/anchor.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';
import type { Ladder } from '../model/ladder.ts';
import { inheritedFrom, passageFinder } from '../queries/passage-around.ts';
import { fill, type ReportLabels } from './labels/report-labels.ts';
import type { ReportClaim, ReportQuotation } from './report-model.ts';
import { isolated, joined, nameOf, term } from './wording.ts';

/** Characters of the article shown on each side of a quotation. */
const CONTEXT = 160;

const oneLine = (words: string): string => words.replaceAll(/\s+/gu, ' ');

/** Cut at a whole word where the text goes on. */
const headOf = (words: string, cut: boolean): string => (cut ? words.replace(/^\S*\s+/u, '… ') : words);
const tailOf = (words: string, cut: boolean): string => (cut ? words.replace(/\s+\S*$/u, ' …') : words);

/** The document's reference, with the page where it has pages. */
function placeOf(state: CaseState, { documentId, start, end }: Anchor, labels: ReportLabels): string {
  const document = state.document.get(documentId);
  const pages = pagesCited(document, { start, end });
  const ref = document?.ref ?? '';
  return pages === null ? ref : fill(labels.lines.onPage, { document: ref, pages });
}

/** The words of the article that make the claim, each with what stands around them. */
export function quotationsOf(
  state: CaseState,
  texts: ReadonlyMap<string, string>,
  claim: Item<'claim'>,
  labels: ReportLabels,
): ReportQuotation[] {
  return claim.anchors.map((anchor) => {
    const { documentId, start, end, exact, prefix, suffix } = anchor;
    const text = texts.get(documentId);
    const before = text === undefined ? prefix : text.slice(Math.max(0, start - CONTEXT), start);
    const after = text === undefined ? suffix : text.slice(end, end + CONTEXT);
    return {
      document: placeOf(state, anchor, labels),
      before: oneLine(headOf(before, before.length < start)),
      exact: oneLine(exact),
      after: oneLine(tailOf(after, text === undefined || end + after.length < text.length)),
    };
  });
}

function rungsOf(state: CaseState, ladder: Ladder, labels: ReportLabels): ReportClaim['ladder'] {
  return ladder.map(({ partyId, unnamed, role, mode, basis, basisNote }) => ({
    name: nameOf(state, partyId, labels) || unnamed || labels.headings.nobody,
    details: joined([
      role && isolated(role, labels),
      term(labels.voice, mode),
      basis.map((value) => term(labels.basis, value)).join(labels.comma),
      basisNote ? isolated(labels.quoted(basisNote.replace(/^[“"«]+|[”"»]+$/gu, '')), labels) : '',
    ]),
  }));
}

function voiceWords(state: CaseState, passage: Item<'passage'> | null, labels: ReportLabels): string {
  if (passage?.voice !== 'unclear') return '';
  const { lines } = labels;
  const names = passage.candidates.map((id) => nameOf(state, id, labels)).filter((name) => name !== '');
  const words =
    names.length > 0
      ? fill(lines.voiceCandidates, { names: names.map((name) => isolated(name, labels)).join(labels.comma) })
      : lines.voiceUnclear;
  return joined([words, passage.why && isolated(passage.why, labels)], ' ');
}

/** According to whom: the rungs, the innermost named one, and whose voice it may be where that is unclear. */
export function voicesOf(
  state: CaseState,
  claim: Item<'claim'>,
  labels: ReportLabels,
): Pick<ReportClaim, 'ladder' | 'speaker' | 'voice'> {
  const passage = inheritedFrom(claim, passageFinder(state));
  const ladder = claim.ladder ?? passage?.ladder ?? [];
  const speaker = ladder.findLast(({ partyId }) => nameOf(state, partyId, labels) !== '');
  return {
    ladder: rungsOf(state, ladder, labels),
    speaker: nameOf(state, speaker?.partyId ?? null, labels),
    voice: voiceWords(state, passage, labels),
  };
}
