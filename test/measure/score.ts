/** What was found in one text and what is there, as keys that are equal when both mean the same. */
export type Pair<K> = { readonly found: ReadonlySet<K>; readonly wanted: ReadonlySet<K> };

/** Precision, recall and F1 over all texts together, in one line. */
export function score<K>(pairs: readonly Pair<K>[]): string {
  let [found, wanted, right] = [0, 0, 0];
  for (const pair of pairs) {
    found += pair.found.size;
    wanted += pair.wanted.size;
    right += [...pair.found].filter((key) => pair.wanted.has(key)).length;
  }
  const [precision, recall] = [right / Math.max(found, 1), right / Math.max(wanted, 1)];
  const f1 = (2 * right) / Math.max(found + wanted, 1);
  const figures = [precision, recall, f1].map((figure) => figure.toFixed(4));
  return `precision ${figures[0]}  recall ${figures[1]}  F1 ${figures[2]}  (${right} right of ${found} found, ${wanted} wanted)`;
}
