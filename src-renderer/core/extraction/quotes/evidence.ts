import type { Span } from '../../anchoring/paragraphs.ts';
import type { Mark } from './mark.ts';

/**
 * What it costs to read a mark as one that opens, closes, or does neither: 0 where everything
 * speaks for it, about 4 where one strong sign (its glyph, the spaces beside it) speaks against it.
 */
export type Costs = { readonly open: number; readonly close: number; readonly neither: number };

/** Costs set by hand on the tuning half of the labelled articles and on damaged Wikinews articles. */
const COST = {
  glyph: 1.5,
  spacing: 4,
  spacesBothSides: 1,
  wordsBothSides: 2,
  afterColon: 2,
  beforeStop: 2,
  edgeOfParagraph: 4,
  smallLetter: 0.4,
  stray: 6,
  apostrophe: 0.7,
  single: 2,
} as const;

const BLANK = /\s/;
const LETTER = /[\p{L}\p{N}]/u;
const OPENER = /[([{—–\-/]/;
const ENDING = /[.,!?…]/;
const AFTERWARDS = /[.,;:!?)\]}—–]/;
/** ‘90s, ’em, ’til: a letter was left out, nothing is quoted. */
const LEFT_OUT = /^'(?:\d\ds?\b|em\b|til\b|cause\b|tis\b|twas\b|n\b)/i;

type Beside = {
  readonly before: string;
  readonly after: string;
  readonly atStart: boolean;
  readonly atEnd: boolean;
};

function besideOf(shadow: string, block: Span, { start, end }: Span): Beside {
  const ink = (at: number, step: number): number => {
    let here = at;
    while (here >= block.start && here < block.end && BLANK.test(shadow[here] ?? '')) here += step;
    return here;
  };
  return {
    before: start === block.start ? ' ' : (shadow[start - 1] ?? ' '),
    after: end === block.end ? ' ' : (shadow[end] ?? ' '),
    atStart: ink(start - 1, -1) < block.start,
    atEnd: ink(end, 1) >= block.end,
  };
}

/** The costs that the characters right beside a mark speak for: [open, close]. */
function spacing({ before, after }: Beside): [number, number] {
  const roomBefore = BLANK.test(before) || OPENER.test(before) || before === '"' || before === "'";
  const roomAfter = BLANK.test(after) || AFTERWARDS.test(after) || after === '"' || after === "'";
  if (roomBefore && !roomAfter) return [0, COST.spacing];
  if (!roomBefore && roomAfter) return [COST.spacing, 0];
  if (roomBefore) return [COST.spacesBothSides, COST.spacesBothSides];
  if (before === ':') return [0, COST.spacing];
  if (ENDING.test(before)) return [COST.spacing, 0];
  return [COST.wordsBothSides, COST.wordsBothSides];
}

function singleNeither(shadow: string, mark: Mark, { before, after }: Beside): number {
  if (LEFT_OUT.test(shadow.slice(mark.start, mark.start + 8))) return 0.2;
  // The possessive of a plural: the workers’ pay.
  if (/s/i.test(before) && BLANK.test(after)) return COST.apostrophe;
  return LETTER.test(before) && BLANK.test(after) ? 1.2 * COST.apostrophe : COST.single;
}

/** What speaks for and against each reading of a mark, from what stands around it. */
export function costsOf(shadow: string, block: Span, mark: Mark): Costs {
  const beside = besideOf(shadow, block, mark);
  let [open, close] = spacing(beside);
  if (mark.glyph === 'close' && mark.double) open += COST.glyph;
  if (mark.glyph === 'close' && !mark.double) open += COST.glyph / 2;
  if (mark.glyph === 'open') close += COST.glyph;
  const earlier = shadow.slice(Math.max(block.start, mark.start - 3), mark.start).trimEnd();
  const later = shadow.slice(mark.end, mark.end + 3).trimStart();
  if (/[:]$/.test(earlier)) close += COST.afterColon;
  if (/^[.,;]/.test(later)) open += COST.beforeStop;
  if (/^\p{Ll}/u.test(later)) open += COST.smallLetter;
  if (/^\p{Lu}/u.test(later) && !ENDING.test(earlier.at(-1) ?? '')) close += COST.smallLetter;
  if (beside.atStart) close += COST.edgeOfParagraph;
  if (beside.atEnd) open += COST.edgeOfParagraph;
  return { open, close, neither: mark.double ? COST.stray : singleNeither(shadow, mark, beside) };
}
