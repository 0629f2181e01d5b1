import type { CaseState } from './case-state.ts';

/** Kinds of items that carry a reference, and its letter. */
export const REF_LETTERS = { claim: 'C', document: 'D', evidence: 'E' } as const;
export type Referenced = keyof typeof REF_LETTERS;

const DIGITS: Readonly<Record<Referenced, number>> = { claim: 2, document: 1, evidence: 2 };

/** The number in a reference (`C-07-AB` → 7), 0 for text that is none. */
export const refNumber = (ref: string): number => (ref[1] === '-' && Number.parseInt(ref.slice(2), 10)) || 0;

/** Order of references: by number, then by initials. */
export function compareRefs(a: string, b: string): number {
  return refNumber(a) - refNumber(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** What is added to references of anyone but the founder: their initials, or the end of their id. */
export function refSuffix(state: CaseState, actor: string): string {
  const founder = state.case.get('case')?.founder ?? null;
  if (founder === null || founder === actor) return '';
  const initials = state.actor
    .get(actor)
    ?.initials.toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return `-${initials || actor.slice(-4).toUpperCase()}`;
}

/**
 * The next `count` references of this kind. A number that anybody used is never used again, be
 * the item deleted or merged since (DESIGN 1).
 */
export function nextRefs(state: CaseState, kind: Referenced, actor: string, count: number): string[] {
  let last = 0;
  for (const item of state[kind].values()) last = Math.max(last, refNumber(item.ref));
  for (const item of state.deleted.values()) {
    if (item.entity !== kind) continue;
    for (const { value } of item.fields['ref'] ?? []) {
      if (typeof value === 'string') last = Math.max(last, refNumber(value));
    }
  }
  const suffix = refSuffix(state, actor);
  return Array.from({ length: count }, (_, at) => {
    const number = String(last + 1 + at).padStart(DIGITS[kind], '0');
    return `${REF_LETTERS[kind]}-${number}${suffix}`;
  });
}

/** The next reference of this kind. */
export const nextRef = (state: CaseState, kind: Referenced, actor: string): string =>
  nextRefs(state, kind, actor, 1)[0] ?? '';
