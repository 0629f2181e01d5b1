/** Weights kept: the strongest, the rest weighs nothing that could be seen. */
const MOST_KEPT = 40_000;

function varint(number) {
  const bytes = [];
  for (let rest = number; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

/**
 * Weights by place as signed bytes times a scale, in the form that core/extraction/worth/weight-table.ts
 * reads. The one weight in a thousand that is largest is cut, so that the others keep their differences.
 */
export function keptTable(weights) {
  const sizes = [...weights.values()].map(Math.abs).sort((a, b) => b - a);
  const scale = (sizes[Math.floor(sizes.length / 1000)] ?? 1) / 127;
  const least = sizes[MOST_KEPT] ?? 0;
  const bytes = [];
  let kept = 0;
  let last = -1;
  for (const [place, weight] of [...weights].sort((a, b) => a[0] - b[0])) {
    const rounded = Math.max(-127, Math.min(127, Math.round(weight / scale)));
    if (rounded === 0 || Math.abs(weight) < least) continue;
    bytes.push(...varint(place - last), rounded & 0xff);
    last = place;
    kept += 1;
  }
  return { table: Buffer.from(bytes).toString('base64'), scale, kept };
}
