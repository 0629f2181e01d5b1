import { type Move, OUT, SINGLE, STATES } from './states.ts';

/** One step of the text: where it stands and the ways to read it. */
export type Step<At> = { readonly at: At; readonly moves: readonly Move[] };

/** A step as it was read. */
export type Reading<At> = { readonly at: At; readonly move: Move };

/** A quotation that is still open when the text ends. */
const UNCLOSED = 5;

/**
 * The cheapest way through all steps (Viterbi): from outside at the start of the text to its end,
 * time and room linear in the steps.
 */
export function solve<At>(steps: readonly Step<At>[]): Reading<At>[] {
  let costs: number[] = STATES.map((_, state) => (state === OUT ? 0 : Number.POSITIVE_INFINITY));
  const chosen: (Move | undefined)[] = [];
  for (const { moves } of steps) {
    const next: number[] = STATES.map(() => Number.POSITIVE_INFINITY);
    const row = chosen.length;
    for (let state = 0; state < STATES.length; state += 1) chosen.push(undefined);
    for (const move of moves) {
      const cost = (costs[move.from] ?? Number.POSITIVE_INFINITY) + move.cost;
      if (cost >= (next[move.to] ?? Number.POSITIVE_INFINITY)) continue;
      next[move.to] = cost;
      chosen[row + move.to] = move;
    }
    costs = next;
  }
  const ended = costs.map(
    (cost, state) => cost + (state === OUT ? 0 : state <= SINGLE ? UNCLOSED : 2 * UNCLOSED),
  );
  let state = ended.indexOf(Math.min(...ended));
  const readings: Reading<At>[] = [];
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const step = steps[at];
    const move = chosen[at * STATES.length + state];
    if (!step || !move) return [];
    readings.push({ at: step.at, move });
    state = move.from;
  }
  return readings.reverse();
}
