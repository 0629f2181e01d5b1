import { foldText } from '../../text/fold.ts';

/** What is compared: a claim's statement under whatever it is known by. */
export type Statement = { readonly id: string; readonly text: string };

/** Two statements that say nearly the same. */
export type Alike = {
  readonly a: string;
  readonly b: string;
  /** Cosine of their weighted words and pairs of words, 0 to 1. */
  readonly likeness: number;
  /** Numbers that only one of them holds, in figures as folded: they may be no duplicates at all. */
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
};

const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+/gu;
const NUMBER = /^\d/;
/** And, so, and the article, written onto an Arabic word. */
const ARABIC_PREFIX = /^(?:[وف]?ال|[وف](?=\p{L}{4}))(?=[\u0621-\u064a]{3})/u;
/** How many of those that share a rare word are compared with each: thousands of copies stay quick. */
const MOST_COMPARED = 200;

type Weighed = {
  readonly id: string;
  readonly weights: ReadonlyMap<number, number>;
  readonly rare: readonly number[];
  readonly numbers: ReadonlySet<string>;
};

function featuresOf(text: string): { features: Set<string>; numbers: Set<string> } {
  const words = (foldText(text).match(WORD) ?? []).map((word) => word.replace(ARABIC_PREFIX, ''));
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  return {
    features: new Set([...words, ...pairs]),
    numbers: new Set(words.filter((word) => NUMBER.test(word))),
  };
}

/**
 * Weights by rarity, of length one together; `rare` are the rarest of them, as many as two statements
 * of the wanted likeness must share at least one of (what is left is too light to reach it).
 */
function weigh(statements: readonly Statement[], least: number): Weighed[] {
  // Features by number: looking words up again and again is most of the time otherwise.
  const numbered = new Map<string, number>();
  const counts: number[] = [];
  const read = statements.map(({ id, text }) => {
    const { features, numbers } = featuresOf(text);
    const held = Array.from(features, (feature) => {
      const number = numbered.get(feature) ?? numbered.size;
      numbered.set(feature, number);
      counts[number] = (counts[number] ?? 0) + 1;
      return number;
    });
    return { id, held, numbers };
  });
  const countOf = (feature: number) => counts[feature] ?? 1;
  return read.map(({ id, held, numbers }) => {
    const order = held.sort((a, b) => countOf(a) - countOf(b) || a - b);
    const raw = order.map((feature) => 1 + Math.log(statements.length / countOf(feature)));
    const length = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, 0));
    const weights = new Map(order.map((feature, at) => [feature, (raw[at] ?? 0) / length]));
    let left = 1;
    const rare = order.filter((feature) => {
      const needed = left >= least * least - 1e-9;
      left -= (weights.get(feature) ?? 0) ** 2;
      return needed;
    });
    return { id, weights, rare, numbers };
  });
}

function likenessOf(a: Weighed, b: Weighed): number {
  let sum = 0;
  for (const [feature, weight] of a.weights) sum += weight * (b.weights.get(feature) ?? 0);
  return Math.min(sum, 1);
}

const without = (numbers: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...numbers].filter((number) => !others.has(number));

/**
 * Pairs of statements alike at least as much as `least` (0 to 1), the likest first; compared over
 * folded text, so that spellings of Arabic letters, vowel signs and digits make no difference.
 * Differing numbers are named, never overlooked. Of very many copies each is paired with the
 * {@link MOST_COMPARED} before it that share a rare word.
 */
export function alikeClaims(statements: readonly Statement[], least = 0.6): Alike[] {
  const seen = new Map<number, Weighed[]>();
  const found: Alike[] = [];
  for (const b of weigh(statements, least)) {
    const candidates = new Set<Weighed>();
    for (const feature of b.rare) {
      const held = seen.get(feature) ?? [];
      for (const a of held.slice(-MOST_COMPARED)) candidates.add(a);
      held.push(b);
      seen.set(feature, held);
    }
    for (const a of candidates) {
      const likeness = likenessOf(a, b);
      if (likeness < least) continue;
      found.push({
        a: a.id,
        b: b.id,
        likeness,
        onlyA: without(a.numbers, b.numbers),
        onlyB: without(b.numbers, a.numbers),
      });
    }
  }
  return found.sort((x, y) => y.likeness - x.likeness);
}
