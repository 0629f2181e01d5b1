import type { Span } from '../../anchoring/paragraphs.ts';
import type { Block } from '../blocks.ts';
import { withoutMarks } from '../shadow.ts';
import { ARABIC_WEEKDAY, WEEKDAY } from './date-words.ts';
import { findDates } from './find-dates.ts';
import { signsIn } from '../worth/tokens.ts';
import { type DayOfWriting, writtenOn } from './written.ts';

/** Lines at the top in which an article says when it was written, and at its foot. */
const TOP = 12;
const FOOT = 3;
const LONGEST_LINE = 140;
/** How far into a paragraph its dateline may reach. */
const REACH = 160;

type Rank = 'dateline' | 'published' | 'updated' | 'without year';
const RANKS: readonly Rank[] = ['dateline', 'published', 'updated', 'without year'];
type Candidate = { readonly rank: Rank; readonly edtf: string; readonly span: Span };

const PUBLISHED =
  /^\W{0,3}(?:(?:first |originally )?(?:published|posted|written|filed|issued|released)|(?:publication |release )?date|تاريخ (?:النشر|التحرير|الاصدار)|التاريخ|نشرت?|كتب|حررت?)(?![\p{L}\p{N}])[^\p{L}\d]{0,4}(?:on|at|in|في|بتاريخ|يوم)?[^\p{L}\d]{0,3}$/iu;
const UPDATED =
  /^\W{0,3}(?:(?:last )?(?:updated|modified|revised)|(?:اخر )?(?:تحديث|تعديل))(?![\p{L}\p{N}])[^\p{L}\d]{0,4}(?:on|at|في|بتاريخ)?[^\p{L}\d]{0,3}$/iu;
const DAY_NAME = new RegExp(`(?:(?:${WEEKDAY})|يوم|(?:${ARABIC_WEEKDAY}))[,.]?`, 'giu');
const CLOCK = /\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?\(?(?:\p{Lu}{2,5}|GMT[+-]\d+)\)?)?/giu;
const BYLINE = /^(?:(?:written |story |report |reporting )?by|from|بقلم|كتبت?|اعداد|تقرير|ترجمه) .{2,60}$/iu;
const LABEL = /^(?:published|posted|updated|last updated|date|نشر|تحديث|at|on)?[ :]*$/iu;
const PLACE =
  /^(?:\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,3}|[\u0621-\u064a]+(?: [\u0621-\u064a]+){0,2})$/u;
const PARTS = /[|·•–—/,()\t]| - /u;
/** What stands before the date in “LOS ANGELES, Sept. 28 (UPI) —”, and what after it. */
const BEFORE_DATELINE =
  /^(?:(?:\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,3}|[\u0621-\u064a]+(?: [\u0621-\u064a]+){0,2})(?:, ?| ?[(/-] ?| )){0,3}$/u;
const AFTER_DATELINE = /^\)?[,.]?(?: ?[(/][^)/]{2,40}[)/])? ?(?:-{1,2}|–|—|:)(?:\s|$)/u;
/** A date with its weekday, then the first sentence: “Thursday, May 7, 2015 On Tuesday, …”. */
const OPENS_TEXT = /^ (?=["'(]*\p{Lu})/u;
/** A line without a year, and without a word beside a day, holds no day of writing. */
const HINT = /\d{4}|\p{L}{3}\.? \d{1,2}\b|\d{1,2} \p{L}{3}/u;
/** What a paragraph must hold near its start for a dateline to be in it. */
const OPENS_PARAGRAPH = new RegExp(`(?:-|–|—|:)(?:\\s|$)|^(?:${WEEKDAY}|${ARABIC_WEEKDAY})`, 'u');
const OPENS_WITH_DAY = new RegExp(`^(?:${WEEKDAY}|${ARABIC_WEEKDAY})`, 'u');
const FULL = /^\d{4}-\d\d-\d\d$/;
const WITHOUT_YEAR = /^XXXX-\d\d-\d\d$/;

/** Whether a line holds nothing but a date and what stands beside one: weekday, time, byline, place. */
function isDateLine(line: string, date: Span, title: boolean): boolean {
  const rest = `${line.slice(0, date.start)}\0${line.slice(date.end)}`;
  const parts = rest.replace(CLOCK, ' ').replace(DAY_NAME, ' ').split(PARTS);
  return parts.every((part) => {
    const words = part.replace('\0', ' ').trim();
    if (LABEL.test(words) || (!part.includes('\0') && BYLINE.test(words))) return true;
    return !title && !part.includes('\0') && PLACE.test(words);
  });
}

function candidateIn(shadow: string, block: Block, at: number, foot: boolean): Candidate | null {
  const line = shadow.slice(block.start, Math.min(block.end, block.start + REACH));
  const short = block.end - block.start <= LONGEST_LINE;
  if (!HINT.test(line) || !(short || OPENS_PARAGRAPH.test(line))) return null;
  const [first, second] = findDates(line, { start: 0, end: line.length }, null, signsIn(line));
  const edtf = first?.value?.edtf;
  if (!first || !edtf || first.value?.calendar !== 'gregorian') return null;
  const made = (rank: Rank): Candidate => ({
    rank,
    edtf,
    span: { start: block.start + first.start, end: block.start + first.end },
  });
  const [before, after] = [line.slice(0, first.start), line.slice(first.end)];
  if (FULL.test(edtf)) {
    const named = withoutMarks(before).replace(DAY_NAME, '').replace(CLOCK, '');
    if (PUBLISHED.test(named)) return made('published');
    if (UPDATED.test(named)) return made('updated');
    if (foot) return null;
    if (!second && short && isDateLine(line, first, at === 0)) return made('dateline');
    const weekday = OPENS_WITH_DAY.test(line);
    if (at > 0 && weekday && before === '' && OPENS_TEXT.test(after)) return made('dateline');
  }
  if (foot || at === 0 || !(FULL.test(edtf) || WITHOUT_YEAR.test(edtf))) return null;
  if (!AFTER_DATELINE.test(after) || !BEFORE_DATELINE.test(before)) return null;
  return made(FULL.test(edtf) ? 'dateline' : 'without year');
}

/**
 * When an article was written: by its document's own field (`published`, EDTF), by its dateline or
 * byline, or by what it says of its publication; null where it says none of these, or contradicts
 * itself. English and Arabic; only the lines at its top and foot are looked at.
 */
export function dayOfWriting(
  shadow: string,
  blocks: readonly Block[],
  published: string | null,
): DayOfWriting | null {
  const field = writtenOn(published);
  if (published !== null && field?.year && field.day) return { edtf: published, span: null };
  const top = blocks.slice(0, TOP).flatMap((block, at) => candidateIn(shadow, block, at, false) ?? []);
  const foot = blocks.slice(TOP).slice(-FOOT);
  const found = [...top, ...foot.flatMap((block) => candidateIn(shadow, block, TOP, true) ?? [])];
  for (const rank of RANKS) {
    const [first, ...others] = found.filter((held) => held.rank === rank);
    if (!first) continue;
    if (others.some(({ edtf }) => edtf !== first.edtf)) return null;
    return { edtf: first.edtf, span: first.span };
  }
  return published !== null && field ? { edtf: published, span: null } : null;
}
