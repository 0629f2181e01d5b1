import type { Span } from '../../anchoring/paragraphs.ts';
import type { Block } from '../blocks.ts';
import { costsOf } from './evidence.ts';
import { findMarks } from './find-marks.ts';
import { gather, type Place } from './gather.ts';
import type { Mark } from './mark.ts';
import type { Quotation } from './quotation.ts';
import { gapOf } from './sites.ts';
import { type Step, solve } from './solve.ts';
import { CUT_MOVES, doubleMoves, gapMoves, paragraphMoves, singleMoves } from './states.ts';
import { marksTurned } from './turned.ts';

/** A name or a term, without the mark that closes it: “Abu Hajer Kuwaiti”, “Amer – Yousef”, “July”. */
const NAME = /^[\p{L}\p{N}.' –-]+[.,]? ?$/u;
const MOST_WORDS = 8;
const GOES_ON = /^,? ?(?!said|says|he |she |they )\p{Ll}/u;
const SHORT = 60;

/** Whether a name or a term of a few words follows that is closed again soon. */
function namesSomething(shadow: string, from: number): boolean {
  const after = shadow.slice(from, from + SHORT);
  const close = after.search(/["']/);
  const words = close === -1 ? '' : after.slice(0, close);
  return words.trim() !== '' && NAME.test(words) && words.trim().split(/[ –]+/).length <= MOST_WORDS;
}

function markStep(shadow: string, block: Span, mark: Mark): Step<Place> {
  const reading = {
    costs: costsOf(shadow, block, mark),
    neutral: mark.glyph === 'neutral',
    repeated: mark.repeated,
    name: namesSomething(shadow, mark.end),
    goesOn: GOES_ON.test(shadow.slice(mark.end, mark.end + 7)),
    first: mark.start === block.start,
  };
  const moves = mark.double ? doubleMoves(reading) : singleMoves(reading);
  return { at: { kind: 'mark', mark }, moves };
}

function gapStep(shadow: string, stretch: Span, edges: { first: boolean; last: boolean }): Step<Place> {
  const gap = gapOf(shadow, stretch, edges);
  return { at: { kind: 'gap', stretch, gap }, moves: gapMoves(gap, stretch.end - stretch.start > SHORT) };
}

function blockSteps(shadow: string, block: Block, marks: readonly Mark[], last: boolean): Step<Place>[] {
  const steps: Step<Place>[] = [];
  let from = block.start;
  for (const mark of marks) {
    steps.push(
      gapStep(
        shadow,
        { start: from, end: mark.start },
        { first: from === block.start && block.opens, last: false },
      ),
    );
    steps.push(markStep(shadow, block, mark));
    from = mark.end;
  }
  steps.push(
    gapStep(shadow, { start: from, end: block.end }, { first: from === block.start && block.opens, last }),
  );
  return steps;
}

/**
 * The quotations of a text, in order: each mark is scored as one that opens, closes, stands around
 * a name inside, or means nothing, and the cheapest reading of all of them together is taken over
 * all paragraphs, missing marks supposed where that is cheaper. Nothing quoted, nothing returned.
 */
export function readQuotations(text: string, shadow: string, blocks: readonly Block[]): Quotation[] {
  const turned = marksTurned(text);
  const marked = blocks.map((block) => findMarks(text, shadow, block, turned));
  const steps: Step<Place>[] = [];
  blocks.forEach((block, at) => {
    const next = blocks[at + 1];
    const whole = !next || next.opens;
    steps.push(...blockSteps(shadow, block, marked[at] ?? [], whole));
    if (!next) return;
    const first = marked[at + 1]?.[0];
    const starts = first?.start === next.start;
    const moves = next.opens
      ? paragraphMoves({
          double: starts && first.double,
          single: starts && !first.double,
          small: /^\p{Ll}/u.test(shadow.slice(next.start, next.start + 2)),
        })
      : CUT_MOVES;
    steps.push({ at: { kind: 'end', block, next }, moves });
  });
  return gather(shadow, solve(steps));
}
