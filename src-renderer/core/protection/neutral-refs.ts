import type { CaseState } from '../model/case-state.ts';
import { REF_LETTERS, type Referenced } from '../model/refs.ts';

const KINDS = Object.keys(REF_LETTERS) as Referenced[];
/** `C-39-AB`: the kind and number, and what was added to it. */
const ADDED = /^([CDE]-\d+)-(.+)$/u;
const MENTIONED = /(?<![\p{L}\p{N}-])[CDE]-\d+-[\p{L}\p{N}]+(?![\p{L}\p{N}])/gu;
/** As much of an id as is shown where two items share a reference. */
const ENDING = 4;

/** References as they leave where nobody may learn who checked. */
export type NeutralRefs = {
  /** The reference of an item. */
  of(id: string, ref: string): string;
  /** Words in which references are mentioned. */
  within(words: string): string;
};

/** A file in which who checked may be named: all references stay. */
export const SAME_REFS: NeutralRefs = { of: (_, ref) => ref, within: (words) => words };

const neutral = (id: string, ref: string): string =>
  ref.replace(ADDED, (_, bare: string) => `${bare}-${id.slice(-ENDING).toUpperCase()}`);

/**
 * A reference that was made on another laptop ends in the initials of whoever made it (DESIGN 1): where they may
 * not be named it ends in that of the item's id, the same in every such file. Where words mention a reference that
 * two items bear only its number is left.
 */
export function neutralRefs(state: Pick<CaseState, Referenced>): NeutralRefs {
  const mentioned = new Map<string, string>();
  for (const kind of KINDS) {
    for (const { id, ref } of state[kind].values()) {
      const bare = ADDED.exec(ref)?.[1];
      if (bare) mentioned.set(ref, mentioned.has(ref) ? bare : neutral(id, ref));
    }
  }
  if (mentioned.size === 0) return SAME_REFS;
  return {
    of: neutral,
    within: (words) => words.replaceAll(MENTIONED, (ref) => mentioned.get(ref) ?? ref),
  };
}
