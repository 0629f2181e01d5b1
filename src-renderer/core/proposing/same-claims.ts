import { alikeClaims } from '../extraction/alike/alike-claims.ts';
import type { CaseState } from '../model/case-state.ts';
import { pause } from '../pause.ts';
import { foldText } from '../text/fold.ts';

/** A claim that may be the same as the one asked about. */
export type SameClaim = {
  readonly claimId: string;
  /** Numbers that only one of the two holds, as both say them: then it may be another claim after all. */
  readonly numbers: readonly string[];
};

/** What is compared: a claim of this case, or what is known of one in another. */
export type Stated = {
  readonly id: string;
  readonly statement: string;
  readonly mergedInto?: string | null;
};

type Held = { readonly claim: Stated; readonly words: ReadonlySet<string> };

/** More than these are no help. */
const MOST = 3;
/** Claims that share fewer of their words, of the longer one's, are never nearly the same. */
const LEAST_SHARED = 0.5;
/** So many of those that share most words are compared in full. */
const MOST_NEAR = 100;
const SLICE_MS = 20;

const wordsOf = (statement: string): ReadonlySet<string> =>
  new Set(foldText(statement).match(/[\p{L}\p{M}\p{N}]+/gu));

const isMerged = ({ mergedInto = null }: Stated): boolean => mergedInto !== null;

/**
 * The claims of a case by the words of their statements, so that those alike one of them are found
 * among thousands in milliseconds. Kept by whoever shows them, and gone with it: it holds statements.
 */
export class SameClaims {
  private readonly held = new Map<string, Held>();
  private readonly byWord = new Map<string, Set<string>>();

  private remove(id: string): void {
    for (const word of this.held.get(id)?.words ?? []) {
      const ids = this.byWord.get(word);
      ids?.delete(id);
      if (ids?.size === 0) this.byWord.delete(word);
    }
    this.held.delete(id);
  }

  private put(claim: Stated): void {
    this.remove(claim.id);
    if (isMerged(claim)) return;
    const words = wordsOf(claim.statement);
    this.held.set(claim.id, { claim, words });
    for (const word of words) {
      const ids = this.byWord.get(word);
      if (ids) ids.add(claim.id);
      else this.byWord.set(word, new Set([claim.id]));
    }
  }

  /** Takes in what changed since it was last asked to, in slices of some 20 ms; false when `stop` was called. */
  async update(claims: ReadonlyMap<string, Stated>, stop?: AbortSignal): Promise<boolean> {
    if (stop?.aborted === true) return false;
    let since = performance.now();
    const rest = async (): Promise<boolean> => {
      if (performance.now() - since < SLICE_MS) return true;
      await pause();
      since = performance.now();
      return stop?.aborted !== true;
    };
    for (const id of this.held.keys()) if (!claims.has(id)) this.remove(id);
    for (const claim of claims.values()) {
      const known = this.held.get(claim.id)?.claim;
      // Most changes leave the statement alone: its words are not read anew.
      if (known === claim || (isMerged(claim) && !known)) continue;
      this.put(claim);
      if (!(await rest())) return false;
    }
    return true;
  }

  /** Those that share at least half of their words with it, most of all first. */
  private near(asked: Held): Stated[] {
    const rare = [...asked.words].sort(
      (a, b) => (this.byWord.get(a)?.size ?? 0) - (this.byWord.get(b)?.size ?? 0),
    );
    // Who shares half of the words shares one of these at least.
    const needed = rare.slice(0, rare.length - Math.ceil(LEAST_SHARED * rare.length) + 1);
    const candidates = new Set(needed.flatMap((word) => [...(this.byWord.get(word) ?? [])]));
    candidates.delete(asked.claim.id);
    const found: { readonly claim: Stated; readonly shared: number }[] = [];
    for (const id of candidates) {
      const other = this.held.get(id);
      if (!other) continue;
      const least = LEAST_SHARED * Math.max(asked.words.size, other.words.size);
      if (Math.min(asked.words.size, other.words.size) < least) continue;
      let shared = 0;
      for (const word of asked.words) if (other.words.has(word)) shared += 1;
      if (shared > 0 && shared >= least) found.push({ claim: other.claim, shared });
    }
    return found
      .sort((a, b) => b.shared - a.shared)
      .slice(0, MOST_NEAR)
      .map(({ claim }) => claim);
  }

  /** Claims that say nearly the same as this one, the likest first, without those it is related to already. */
  of(claimId: string, relation: CaseState['relation']): SameClaim[] {
    const asked = this.held.get(claimId);
    if (!asked) return [];
    const related = new Set<string>();
    for (const { from, to } of relation.values()) {
      if (from === claimId) related.add(to);
      if (to === claimId) related.add(from);
    }
    return this.alikeTo(asked, related);
  }

  /** Those that say nearly the same as a claim that is not among them, the likest first. */
  like(claim: Stated): SameClaim[] {
    return this.alikeTo({ claim, words: wordsOf(claim.statement) }, new Set());
  }

  private alikeTo(asked: Held, related: ReadonlySet<string>): SameClaim[] {
    const statements = [asked.claim, ...this.near(asked)].map(({ id, statement }) => ({
      id,
      text: statement,
    }));
    return alikeClaims(statements)
      .flatMap(({ a, b, onlyA, onlyB }): SameClaim[] => {
        const other = a === asked.claim.id ? b : b === asked.claim.id ? a : null;
        if (other === null || related.has(other)) return [];
        return [{ claimId: other, numbers: [...onlyA, ...onlyB] }];
      })
      .slice(0, MOST);
  }
}
