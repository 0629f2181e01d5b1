import { matchesOf } from '../matches.ts';
import { twin } from '../twin.ts';
import type { Span } from '../../anchoring/paragraphs.ts';
import type { Mark } from './mark.ts';

/**
 * Double marks, also as two single ones or two backticks, and single marks that may be no apostrophe.
 * What stands before a mark is asked behind it: so the search passes over all that is none.
 */
const MARK = twin(
  /(?:"|''|``){1,3}|'(?<![\p{L}\p{N}"']')(?=[^\s'"])|'(?<=[^\s'"]')(?![\p{L}\p{N}"'])|'(?<=[^\s'"]')(?=")|'(?<="')(?=\p{L})/gu,
);

const OPENING = '“«„‟‹‘‚‛〝「『';
const CLOSING = '”»›’〞〟」』';

/** A block with more marks than this share of its length is no prose: its marks quote nothing. */
const DENSEST = 1 / 8;
const FEW = 16;

function glyphOf(text: string, { start, end }: Span, shadow: string): Mark['glyph'] {
  const shapes = text.slice(start, end);
  if (shadow.startsWith('``', start)) return 'open';
  const opening = [...shapes].some((shape) => OPENING.includes(shape));
  const closing = [...shapes].some((shape) => CLOSING.includes(shape));
  return opening === closing ? 'neutral' : opening ? 'open' : 'close';
}

/** A mark that stands for inches or seconds of arc: 5'10", 27". */
const measures = (shadow: string, { start, end }: Span): boolean =>
  /\d'\d{1,2}$/.test(shadow.slice(Math.max(0, start - 4), start)) ||
  (/\d$/.test(shadow.slice(Math.max(0, start - 1), start)) && /^[ ,)x-]*\d/.test(shadow.slice(end, end + 3)));

/**
 * The quotation marks of a block, in order. Apostrophes within words and marks of measure are none,
 * and neither is anything in a block that holds more marks than prose does.
 * `turned`: the text uses “ to close and ” to open, as «» stand in some Arabic and German ones.
 */
export function findMarks(text: string, shadow: string, block: Span, turned: boolean): Mark[] {
  const stretch = shadow.slice(block.start, block.end);
  // Looked at with one unit of context on each side, so that a cut paragraph reads as if whole.
  const marks: Mark[] = [];
  const most = Math.max(FEW, stretch.length * DENSEST);
  for (const { index, 0: shape } of matchesOf(MARK(stretch), stretch)) {
    if (marks.length > most) return [];
    const span = { start: block.start + index, end: block.start + index + shape.length };
    if (measures(shadow, span)) continue;
    const double = shape !== "'";
    const glyph = glyphOf(text, span, shadow);
    const turns = turned && glyph !== 'neutral' && /[“”«»‹›]/.test(text[span.start] ?? '');
    const way = turns ? (glyph === 'open' ? 'close' : 'open') : glyph;
    marks.push({ ...span, double, glyph: way, repeated: double && (shape.length > 2 || /""/.test(shape)) });
  }
  return marks.length > most ? [] : marks;
}
