import type { Span } from '../../anchoring/paragraphs.ts';
import type { Mark } from './mark.ts';
import type { Quotation, Repair } from './quotation.ts';
import type { Gap } from './sites.ts';
import type { Reading } from './solve.ts';
import { OUT } from './states.ts';

/** Where a step of the lattice stands: at a mark, in a stretch between marks, at a paragraph's end. */
export type Place =
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'gap'; readonly stretch: Span; readonly gap: Gap }
  | { readonly kind: 'end'; readonly block: Span; readonly next: Span };

/** A quotation that is being read. */
type Open = {
  readonly start: number;
  from: number;
  innerFrom: number;
  readonly double: boolean | null;
  readonly content: Span[];
  readonly inner: Span[];
  readonly repairs: Repair[];
};

function trimmed(shadow: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && shadow[from] === ' ') from += 1;
  while (to > from && shadow[to - 1] === ' ') to -= 1;
  return { start: from, end: to };
}

/** What is wrong with a mark that opens or closes. */
function repairsOf(mark: Mark, deed: 'open' | 'close', both: boolean): Repair[] {
  const repairs: Repair[] = [];
  const apostrophe = !mark.double && deed === 'open' && mark.glyph === 'close';
  if (mark.glyph !== 'neutral' && mark.glyph !== deed && !apostrophe) {
    repairs.push({ kind: 'turned mark', at: mark.start });
  }
  if (mark.repeated && !both) repairs.push({ kind: 'doubled mark', at: mark.start });
  return repairs;
}

/** Puts the quotations together from the readings of all steps. */
export class Gathering {
  readonly found: Quotation[] = [];
  private current: Open | null = null;
  private readonly shadow: string;

  constructor(shadow: string) {
    this.shadow = shadow;
  }

  private begin(start: number, from: number, double: boolean | null, repairs: Repair[]): void {
    this.current = { start, from, innerFrom: -1, double, content: [], inner: [], repairs };
  }

  private part(open: Open, end: number): void {
    const content = trimmed(this.shadow, open.from, end);
    if (content.end > content.start) open.content.push(content);
  }

  private finish(end: number, behind: number): void {
    const open = this.current;
    if (!open) return;
    if (open.innerFrom >= 0) open.inner.push({ start: open.innerFrom, end: behind });
    this.part(open, end);
    const { start, content, inner, repairs } = open;
    if (content.length > 0) this.found.push({ span: { start, end: behind }, content, inner, repairs });
    this.current = null;
  }

  mark(mark: Mark, { move }: Reading<Place>): void {
    const open = this.current;
    switch (move.deed) {
      case 'open':
        this.begin(mark.start, mark.end, mark.double, repairsOf(mark, 'open', false));
        break;
      case 'reopen':
        if (open) open.from = mark.end;
        break;
      case 'open-inner':
        if (!open) break;
        open.innerFrom = mark.start;
        open.repairs.push(...repairsOf(mark, 'open', false));
        break;
      case 'close-inner':
        if (!open) break;
        open.inner.push({ start: open.innerFrom, end: mark.end });
        open.innerFrom = -1;
        open.repairs.push(...repairsOf(mark, 'close', false));
        break;
      case 'close':
      case 'close-both': {
        if (!open) break;
        const both = move.deed === 'close-both';
        open.repairs.push(...repairsOf(mark, 'close', both));
        if (both && !mark.repeated) open.repairs.push({ kind: 'one mark closes two', at: mark.start });
        if (!both && open.double !== null && open.double !== mark.double) {
          open.repairs.push({ kind: 'marks of different kinds', at: mark.start });
        }
        this.finish(mark.start, mark.end);
        break;
      }
      default:
        if (open && mark.double) open.repairs.push({ kind: 'stray mark', at: mark.start });
    }
  }

  gap({ open: opening, close: closing }: Gap, { move }: Reading<Place>): void {
    if (move.deed === 'suppose-open' && opening) {
      this.begin(opening.at, opening.at, null, [{ kind: 'missing opening mark', at: opening.at }]);
    }
    if (move.deed !== 'suppose-close' || !closing || !this.current) return;
    this.current.repairs.push({ kind: 'missing closing mark', at: closing.at });
    this.finish(closing.at, closing.at);
  }

  paragraphEnd(block: Span, next: Span, { move }: Reading<Place>): void {
    const open = this.current;
    if (!open || move.from === OUT) return;
    if (open.innerFrom >= 0 && move.from !== move.to) {
      open.inner.push({ start: open.innerFrom, end: block.end });
      open.innerFrom = -1;
    }
    this.part(open, block.end);
    open.from = next.start;
    if (move.deed === 'run-on') open.repairs.push({ kind: 'runs into the next paragraph', at: next.start });
  }

  end(at: number): void {
    this.current?.repairs.push({ kind: 'missing closing mark', at });
    this.finish(at, at);
  }
}

/** The quotations that these readings of a text's steps make. */
export function gather(shadow: string, readings: readonly Reading<Place>[]): Quotation[] {
  const gathering = new Gathering(shadow);
  let end = 0;
  for (const reading of readings) {
    const { at } = reading;
    if (at.kind === 'mark') gathering.mark(at.mark, reading);
    else if (at.kind === 'gap') gathering.gap(at.gap, reading);
    else gathering.paragraphEnd(at.block, at.next, reading);
    if (at.kind === 'gap') end = at.stretch.end;
  }
  gathering.end(end);
  return gathering.found;
}
