import type { Costs } from './evidence.ts';
import type { Gap } from './sites.ts';

/** Where a reading of the text stands: outside, within a quotation, or within one inside another. */
export const STATES = ['out', 'double', 'single', 'double-double', 'double-single', 'single-double'] as const;
export const [OUT, DOUBLE, SINGLE, NESTED, NESTED_SINGLE, SINGLE_NESTED] = [0, 1, 2, 3, 4, 5] as const;

/** What a reading does at a mark, in a gap or at the end of a paragraph. */
export type Deed =
  | 'stay'
  | 'open'
  | 'reopen'
  | 'close'
  | 'open-inner'
  | 'close-inner'
  | 'close-both'
  | 'suppose-open'
  | 'suppose-close'
  | 'run-on';

export type Move = { readonly from: number; readonly to: number; readonly deed: Deed; readonly cost: number };

/** Costs of structure, in the unit of `Costs`. */
const COST = {
  nest: 3,
  nestNeutral: 3,
  nestName: 0.6,
  single: 1.5,
  mismatch: 2.5,
  sharedClose: 1.5,
  goesOn: 4.5,
  innerUnclosed: 3,
  runOn: 7,
  runOnSmall: 0.5,
  smallAfterEnd: 2.5,
  continued: 0.3,
} as const;

/** What of a mark decides how it may be read. */
export type MarkReading = {
  readonly costs: Costs;
  readonly neutral: boolean;
  readonly repeated: boolean;
  /** Whether the sentence goes on behind it with an ordinary word. */
  readonly goesOn: boolean;
  /** Whether what follows reads as a quoted name or term, closed again soon. */
  readonly name: boolean;
  /** Whether it is the first thing of its paragraph. */
  readonly first: boolean;
};

/** Ways to read a double mark. */
export function doubleMoves({ costs, neutral, repeated, name, goesOn, first }: MarkReading): Move[] {
  const { open, close, neither } = costs;
  const nest = name ? (neutral ? 1 : COST.nestName) : neutral ? COST.nestNeutral : COST.nest;
  const both = (repeated ? 0 : COST.sharedClose) + (goesOn ? COST.goesOn : 0);
  const moves: Move[] = [
    { from: OUT, to: DOUBLE, deed: 'open', cost: open },
    { from: DOUBLE, to: OUT, deed: 'close', cost: close },
    { from: DOUBLE, to: NESTED, deed: 'open-inner', cost: open + nest },
    { from: NESTED, to: DOUBLE, deed: 'close-inner', cost: close + (repeated ? 1 : 0) },
    { from: NESTED, to: OUT, deed: 'close-both', cost: close + both },
    { from: SINGLE, to: SINGLE_NESTED, deed: 'open-inner', cost: open + 0.3 },
    { from: SINGLE, to: OUT, deed: 'close', cost: close + COST.mismatch },
    { from: SINGLE_NESTED, to: SINGLE, deed: 'close-inner', cost: close },
    { from: NESTED_SINGLE, to: OUT, deed: 'close-both', cost: close + COST.sharedClose },
  ];
  for (let state = OUT as number; state <= SINGLE_NESTED; state += 1) {
    moves.push({ from: state, to: state, deed: 'stay', cost: neither });
  }
  if (first) moves.push({ from: DOUBLE, to: DOUBLE, deed: 'reopen', cost: open });
  return moves;
}

/** Ways to read a single mark. */
export function singleMoves({ costs, first }: MarkReading): Move[] {
  const { open, close, neither } = costs;
  const moves: Move[] = [
    { from: OUT, to: SINGLE, deed: 'open', cost: open + COST.single },
    { from: SINGLE, to: OUT, deed: 'close', cost: close },
    { from: DOUBLE, to: NESTED_SINGLE, deed: 'open-inner', cost: open + 0.5 },
    { from: NESTED_SINGLE, to: DOUBLE, deed: 'close-inner', cost: close },
    { from: DOUBLE, to: OUT, deed: 'close', cost: close + COST.mismatch + 1 },
  ];
  for (let state = OUT as number; state <= SINGLE_NESTED; state += 1) {
    moves.push({ from: state, to: state, deed: 'stay', cost: neither });
  }
  if (first) moves.push({ from: SINGLE, to: SINGLE, deed: 'reopen', cost: open });
  return moves;
}

/** Ways to read a stretch without marks. `long`: longer than a quoted name or term is. */
export function gapMoves({ quoted, narrated, open, close }: Gap, long: boolean): Move[] {
  const moves: Move[] = [{ from: OUT, to: OUT, deed: 'stay', cost: narrated }];
  for (let state = DOUBLE as number; state <= SINGLE_NESTED; state += 1) {
    const inner = (state === NESTED || state === SINGLE_NESTED) && long ? 2 : 0;
    moves.push({ from: state, to: state, deed: 'stay', cost: quoted + inner });
  }
  if (open) moves.push({ from: OUT, to: DOUBLE, deed: 'suppose-open', cost: open.cost });
  if (close) {
    moves.push({ from: DOUBLE, to: OUT, deed: 'suppose-close', cost: close.cost });
    moves.push({ from: SINGLE, to: OUT, deed: 'suppose-close', cost: close.cost });
    for (const from of [NESTED, NESTED_SINGLE, SINGLE_NESTED]) {
      moves.push({ from, to: OUT, deed: 'suppose-close', cost: close.cost + COST.innerUnclosed });
    }
  }
  return moves;
}

/** Ways over the end of a paragraph into the next one. */
export function paragraphMoves(next: { double: boolean; single: boolean; small: boolean }): Move[] {
  const runOn = next.small ? COST.runOnSmall : COST.runOn;
  const over = (from: number, to: number, reopened: boolean): Move => ({
    from,
    to,
    deed: reopened ? 'stay' : 'run-on',
    cost: (reopened ? COST.continued : runOn) + (from === to ? 0 : COST.innerUnclosed),
  });
  return [
    { from: OUT, to: OUT, deed: 'stay', cost: next.small ? COST.smallAfterEnd : 0 },
    over(DOUBLE, DOUBLE, next.double),
    over(SINGLE, SINGLE, next.single),
    over(NESTED, DOUBLE, next.double),
    over(NESTED_SINGLE, DOUBLE, next.double),
    over(SINGLE_NESTED, SINGLE, next.single),
  ];
}

/** Ways over a cut within a paragraph: nothing changes there. */
export const CUT_MOVES: readonly Move[] = STATES.map((_, state) => ({
  from: state,
  to: state,
  deed: 'stay',
  cost: 0,
}));
