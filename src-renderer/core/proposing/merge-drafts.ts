import { mergeSpans } from '../anchoring/unseen-sentences.ts';
import { type Draft, type DraftRung, keyOf, voicedAs } from './draft.ts';

const nameOf = (rung: DraftRung | undefined): string =>
  rung ? (rung.party?.name ?? rung.unnamed ?? '') : '';

/** Whether two drafts are said by the same voice, so that they can be one claim. */
export function sameSpeaker(one: Draft, other: Draft): boolean {
  const [a, b] = [voicedAs(one), voicedAs(other)];
  if (a.voice === 'unclear' || b.voice === 'unclear') return a.voice === b.voice;
  return nameOf(a.ladder[0]) === nameOf(b.ladder[0]) && a.ladder.length === b.ladder.length;
}

const byName = <T extends { readonly name: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.name, item])).values(),
];

/** Two drafts as one, with the voice of the first; what was edited is kept. */
export function mergeDrafts(first: Draft, second: Draft): Draft {
  const spans = mergeSpans([...first.spans, ...second.spans]);
  return {
    ...first,
    key: keyOf(spans),
    spans,
    statement: `${first.statement} ${second.statement}`,
    subjects: byName([...first.subjects, ...second.subjects]),
    leftOut: [...new Set([...first.leftOut, ...second.leftOut])],
    accuses: first.accuses || second.accuses,
    reasons: [...first.reasons, ...second.reasons],
    details: [...first.details, ...second.details],
    dates: [...first.dates, ...second.dates],
    worth: Math.max(first.worth, second.worth),
    repairs: [...new Set([...first.repairs, ...second.repairs])],
  };
}
