import type { Span } from '../../anchoring/paragraphs.ts';
import type { Range } from '../phrases/noun-phrase.ts';
import type { Token } from '../tokens/token.ts';
import { accordingWord, BEFORE_THAT, ENDS_NAME, isArabicVerb, opensStatement } from './arabic-words.ts';
import type { Frame } from './frame.ts';
import { isQ, spanOf } from './sentence.ts';

const ARABIC = /^[\u0600-\u06ff]/;
/** Most words of a speaker with all their roles. */
const LONGEST = 40;

/** Whether most words of a sentence are Arabic. */
export function isArabic(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word');
  return words.length > 0 && 2 * words.filter(({ key }) => ARABIC.test(key)).length > words.length;
}

type Speaker = { readonly head: Range; readonly whole: Range };

const key = (tokens: readonly Token[], at: number): string => tokens[at]?.key ?? '';

/** لـ«صوت المدينة», على «فيسبوك»: a paper that is spoken to or written in, not what is said there. */
const isHearer = (tokens: readonly Token[], at: number): boolean =>
  key(tokens, at) === 'term' &&
  /^(?:ل|في|علي|عبر|عن|من|الي|منصه|[لوب]?(?:صحيفه|قناه|وكاله|موقع|جريده|اذاعه|مجله|شبكه))$/.test(
    key(tokens, at - 1),
  );

/** Where the statement or quotation begins that a verb before `from` introduces; -1 where there is none. */
function statementFrom(tokens: readonly Token[], from: number): number {
  for (let at = from; at < Math.min(tokens.length, from + LONGEST); at += 1) {
    const token = tokens[at];
    if (isQ(token) && isHearer(tokens, at)) continue;
    if (isQ(token) || token?.key === ':' || opensStatement(token?.key ?? '')) return at;
    if (token?.kind === 'stop' && /^[.!?;]$/.test(token.key)) return -1;
  }
  return -1;
}

/** The speaker between a verb and the statement: a name, then roles behind commas. */
function speakerIn(tokens: readonly Token[], from: number, end: number): Speaker | null {
  let to = end;
  while (to > from && (BEFORE_THAT.has(key(tokens, to - 1)) || tokens[to - 1]?.kind === 'stop')) to -= 1;
  let head = from;
  while (head < to && tokens[head]?.kind !== 'stop' && !ENDS_NAME.has(key(tokens, head))) head += 1;
  if (head === from) return null;
  const comma = commaBehind(tokens, head, to);
  return { head: { from, to: head }, whole: { from, to: comma === -1 ? head : rolesEnd(tokens, comma, to) } };
}

/** The comma behind a head and where it is (مدير الدفاع المدني في المنطقة، …); -1 where none follows at once. */
function commaBehind(tokens: readonly Token[], head: number, end: number): number {
  if (key(tokens, head) === ',') return head;
  if (key(tokens, head) !== 'في') return -1;
  for (let at = head + 1; at < Math.min(end, head + 4); at += 1) if (key(tokens, at) === ',') return at;
  return -1;
}

/** Where the roles end: a comma followed by an occasion ("في مؤتمر صحفي") ends them. */
function rolesEnd(tokens: readonly Token[], comma: number, end: number): number {
  let to = comma;
  for (let at = comma; at < end; at += 1) {
    if (key(tokens, at) !== ',') continue;
    if (/^(?:في|خلال|عبر|عقب|بعد)$/.test(key(tokens, at + 1)) || isArabicVerb(key(tokens, at + 1))) break;
    to = at + 1;
    while (to < end && key(tokens, to) !== ',') to += 1;
  }
  return to;
}

/** قوله إن, as it stands behind whoever is quoted. */
const QUOTED_FROM = new Set(['قوله', 'قولها', 'قولهم', 'تاكيده', 'تاكيدها']);
/** Conjunctions that a sentence opens with: لكن سكاناً أكدوا. */
const OPENS = new Set(['لكن', 'ولكن', 'كما', 'فيما', 'بينما', 'كذلك', 'ثم']);

/** No sentence reports more acts of saying; more are a list of words, and would each be read to its end. */
const MOST_FRAMES = 20;

class ArabicReader {
  readonly frames: Frame[] = [];
  private readonly tokens: readonly Token[];
  private readonly taken = new Set<number>();
  private readonly before: Frame | null;

  constructor(tokens: readonly Token[], before: Frame | null) {
    this.tokens = tokens;
    this.before = before;
  }

  read(): Frame[] {
    const { tokens } = this;
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token?.kind !== 'word') continue;
      if (this.frames.length >= MOST_FRAMES) break;
      if (QUOTED_FROM.has(token.key)) this.quotedFrom(at);
      else if (accordingWord(token.key)) this.accordingTo(at);
      else if (isArabicVerb(token.key)) this.verb(at);
    }
    return this.frames;
  }

  private add(pattern: Frame['pattern'], cue: Range, speaker: Speaker | null, said: Range): void {
    const content = spanOf(this.tokens, said);
    const within = this.tokens.slice(said.from, said.to);
    const inside = within.filter(isQ);
    if (!content || inside.some(({ quotation }) => this.taken.has(quotation))) return;
    const direct = inside.length > 0 && within.every((token) => isQ(token) || token.kind === 'stop');
    for (const { quotation } of inside) this.taken.add(quotation);
    this.frames.push({
      pattern,
      cue: spanOf(this.tokens, cue),
      verb: null,
      source: speaker && spanOf(this.tokens, speaker.whole),
      head: speaker && spanOf(this.tokens, speaker.head),
      content: direct ? inside.map(({ start, end }) => ({ start, end })) : [content],
      quotations: inside.map(({ quotation }) => quotation),
      direct,
    });
  }

  /** "وأضاف أن …": the one who spoke before goes on. */
  private goingOn(cue: Range, said: Range): void {
    const last = this.frames.at(-1) ?? this.before;
    const count = this.frames.length;
    this.add('going on from the one before', cue, null, said);
    const added = this.frames[count];
    if (added && last) this.frames[count] = { ...added, source: last.source, head: last.head };
  }

  /** نقلت الصحيفة عن مصدر في الوزارة قوله إن …: whoever it is quoted from says it. */
  private quotedFrom(at: number): void {
    const { tokens } = this;
    let from = at - 1;
    while (from >= 0 && at - from < LONGEST && key(tokens, from) !== 'عن') from -= 1;
    const start = statementFrom(tokens, at + 1);
    const speaker = key(tokens, from) === 'عن' ? speakerIn(tokens, from + 1, at) : null;
    if (speaker && start !== -1)
      this.add('speaker says', { from: at, to: at + 1 }, speaker, this.said(start));
  }

  private verb(at: number): void {
    const { tokens } = this;
    // يذكر أن: it is to be mentioned, by the article.
    if (/^[وف]?[يت]ذكر$/.test(key(tokens, at)) && opensStatement(key(tokens, at + 1))) return;
    const quoted = isQ(tokens[at - 1])
      ? at - 1
      : key(tokens, at - 1) === ',' && isQ(tokens[at - 2])
        ? at - 2
        : -1;
    const free = quoted >= 0 && !this.taken.has(tokens[quoted]?.quotation ?? -1);
    if (free) {
      const speaker = speakerIn(tokens, at + 1, this.sentenceEnd(at + 1));
      if (speaker)
        return this.add('says speaker', { from: at, to: at + 1 }, speaker, { from: quoted, to: quoted + 1 });
    }
    const start = statementFrom(tokens, at + 1);
    if (start === -1) return;
    const said = this.said(start);
    const cue = { from: at, to: at + 1 };
    const behind = speakerIn(tokens, at + 1, start);
    const ahead = behind ? null : this.speakerBefore(at);
    if (behind) this.add('says speaker', cue, behind, said);
    else if (ahead) this.add('speaker says', cue, ahead, said);
    else this.goingOn(cue, said);
  }

  /** "سامي الفراتي قال: …": a name at the head of the sentence. */
  private speakerBefore(at: number): Speaker | null {
    const head = { from: OPENS.has(key(this.tokens, 0)) ? 1 : 0, to: at };
    if (
      at <= head.from ||
      at > 12 ||
      this.tokens.slice(0, at).some((token) => token.kind !== 'word' || isArabicVerb(token.key))
    )
      return null;
    return { head, whole: head };
  }

  private sentenceEnd(from: number): number {
    let to = from;
    while (to < this.tokens.length && !/^[.!?;:]$/.test(key(this.tokens, to)) && !isQ(this.tokens[to]))
      to += 1;
    return to;
  }

  /** What is said from where it begins: the quotation alone, or all to the end of the sentence. */
  private said(start: number): Range {
    const { tokens } = this;
    const colon = key(tokens, start) === ':' ? start + 1 : start;
    if (isQ(tokens[colon])) return { from: colon, to: colon + 1 };
    let to = colon;
    while (to < tokens.length && !(to > colon && /^[.!?;]$/.test(key(tokens, to)))) {
      // "…، وأضاف أن": the next act of saying begins.
      if (
        to > colon + 1 &&
        isArabicVerb(key(tokens, to)) &&
        /^[وف]/.test(key(tokens, to)) &&
        statementFrom(tokens, to + 1) !== -1
      )
        break;
      if (to > colon && accordingWord(key(tokens, to))) break;
      to += 1;
    }
    return { from: colon, to };
  }

  private accordingTo(at: number): void {
    const { tokens } = this;
    const skip = /^(?:ل|عن)$/.test(key(tokens, at + 1)) || key(tokens, at + 1) === 'ما' ? 2 : 1;
    let to = at + skip;
    while (
      to < tokens.length &&
      tokens[to]?.kind === 'word' &&
      !/^ف(?:ان|قد)/.test(key(tokens, to)) &&
      !opensStatement(key(tokens, to))
    )
      to += 1;
    if (to === at + skip || to - at > LONGEST) return;
    const head = { from: at + skip, to };
    const opening = !tokens.slice(0, at).some(({ kind }) => kind !== 'stop');
    const said = opening ? { from: to, to: this.sentenceEnd(to) } : { from: 0, to: at };
    const before = this.frames.length;
    this.add('according to', { from: at, to: at + skip }, { head, whole: head }, said);
    const added = this.frames[before];
    // لوزارة الصحة: the preposition is written together with the name.
    if (added?.source && added.head && skip === 1 && key(tokens, head.from).startsWith('ل')) {
      const cut = (span: Span): Span => ({ start: span.start + 1, end: span.end });
      this.frames[before] = { ...added, source: cut(added.source), head: cut(added.head) };
    }
  }
}

/** The acts of saying in one narrated sentence of Arabic; `before`: the last one before it. */
export const arabicFrames = (tokens: readonly Token[], before: Frame | null): Frame[] =>
  new ArabicReader(tokens, before).read();
