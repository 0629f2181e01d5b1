import { readFileSync } from 'node:fs';
import { blocksOf } from '#core/extraction/blocks.ts';
import { readQuotations } from '#core/extraction/quotes/read-quotations.ts';
import { shadowOf } from '#core/extraction/shadow.ts';

type Pair = readonly [start: number, end: number];
type Clean = { readonly text: string; readonly gold: readonly Pair[] };

/** Share of the marks that are flipped, dropped or typed twice, each as often as the others. */
const SHARE = 0.15;
const SEEDS = 20;
/** A quotation counts as found when it shares this much of all characters of both (Jaccard). */
const ALIKE = 0.5;

/** mulberry32: the same damage every time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** An article with pointed marks, and what stands between each pair; null where a paragraph has an odd one. */
function cleanOf(article: string): Clean | null {
  const gold: Pair[] = [];
  let text = '';
  let open = -1;
  for (const unit of article) {
    if (unit === '\n' && open !== -1) return null;
    if (!/["“”]/.test(unit)) text += unit;
    else if (open === -1) {
      text += '“';
      open = text.length;
    } else {
      gold.push([open, text.length]);
      text += '”';
      open = -1;
    }
  }
  return { text, gold };
}

/** The text with damaged marks, and where each of its units came from. */
function damaged(text: string, random: () => number, pointed: boolean): { text: string; from: number[] } {
  const from: number[] = [];
  let made = '';
  const put = (unit: string, at: number): void => {
    from.push(at);
    made += unit;
  };
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at] ?? '';
    if (unit !== '“' && unit !== '”') {
      put(unit, at);
      continue;
    }
    const mark = pointed ? unit : '"';
    const deed = random() < SHARE ? Math.floor(random() * 3) : 3;
    if (deed === 0) put(pointed ? (unit === '“' ? '”' : '“') : mark, at);
    if (deed >= 2) put(mark, at);
    if (deed === 2) put(mark, at);
  }
  return { text: made, from };
}

function found(text: string, from: readonly number[]): Pair[] {
  const shadow = shadowOf(text);
  // Single marks are not in the gold.
  const double = readQuotations(text, shadow, blocksOf(shadow)).filter(
    ({ span }) => shadow[span.start] !== "'",
  );
  return double.flatMap(({ content }) =>
    content.map(({ start, end }): Pair => [from[start] ?? 0, (from[end - 1] ?? 0) + 1]),
  );
}

function alike([a, b]: Pair, [c, d]: Pair): number {
  const both = Math.min(b, d) - Math.max(a, c);
  return both <= 0 ? 0 : both / (b - a + d - c - both);
}

/** How many are found, each paired with one of the gold at most, the most alike first. */
function matches(one: readonly Pair[], gold: readonly Pair[]): number {
  const pairs = one.flatMap((a, at) => gold.map((b, to) => ({ at, to, share: alike(a, b) })));
  const [used, met] = [new Set<number>(), new Set<number>()];
  for (const { at, to, share } of pairs.sort((a, b) => b.share - a.share)) {
    if (share < ALIKE || used.has(at) || met.has(to)) continue;
    used.add(at);
    met.add(to);
  }
  return used.size;
}

/** F1 of quotations found in articles whose marks were damaged at random; articles with odd marks are left out. */
export function measure(files: readonly string[], say: (line: string) => void): void {
  const clean = files.flatMap((file) => cleanOf(readFileSync(file, 'utf8')) ?? []);
  for (const pointed of [true, false]) {
    let [right, all, wanted] = [0, 0, 0];
    clean.forEach(({ text, gold }, article) => {
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const broken = damaged(text, randomFrom(1000 * seed + article), pointed);
        const quotations = found(broken.text, broken.from);
        right += matches(quotations, gold);
        all += quotations.length;
        wanted += gold.length;
      }
    });
    const f1 = ((200 * right) / Math.max(all + wanted, 1)).toFixed(2);
    say(
      `${pointed ? 'pointed' : 'straight'} marks, ${clean.length} articles, ${SEEDS} seeds: F1 ${f1} (${right} right of ${all} found, ${wanted} wanted)`,
    );
  }
}
