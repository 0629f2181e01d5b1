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
const ARABIC = /[\u0621-\u064a]/;
/** More words than any case holds: two numbers below it make one that is still exact. */
const MOST_WORDS = 2 ** 25;
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

/** Words by number, and pairs of them by a number made of both: words looked up again and again are most of the time otherwise. */
class Features {
  private readonly words = new Map<string, number>();
  private readonly numbered = new Map<number, number>();

  private wordOf(word: string): number {
    const held = this.words.get(word) ?? this.words.size + 1;
    this.words.set(word, held);
    return held;
  }

  private featureOf(key: number): number {
    const held = this.numbered.get(key) ?? this.numbered.size;
    this.numbered.set(key, held);
    return held;
  }

  of(text: string): { features: Set<number>; numbers: Set<string> } {
    const words = (foldText(text).match(WORD) ?? []).map((word) =>
      ARABIC.test(word) ? word.replace(ARABIC_PREFIX, '') : word,
    );
    const features = new Set<number>();
    let before = 0;
    for (const word of words) {
      const number = this.wordOf(word);
      features.add(this.featureOf(number));
      if (before > 0) features.add(this.featureOf(before * MOST_WORDS + number));
      before = number;
    }
    return { features, numbers: new Set(words.filter((word) => NUMBER.test(word))) };
  }
}

/**
 * Weights by rarity, of length one together; `rare` are the rarest of them, as many as two statements
 * of the wanted likeness must share at least one of (what is left is too light to reach it).
 */
function weigh(statements: readonly Statement[], least: number): Weighed[] {
  const known = new Features();
  const counts: number[] = [];
  const read = statements.map(({ id, text }) => {
    const { features, numbers } = known.of(text);
    for (const feature of features) counts[feature] = (counts[feature] ?? 0) + 1;
    return { id, held: [...features], numbers };
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
