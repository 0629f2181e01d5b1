import type { Span } from '../../anchoring/paragraphs.ts';
import { AUXILIARIES, DETERMINERS, DOCUMENTS, PRONOUNS, WEEKDAYS } from '../phrases/words.ts';
import { beforeVerb, phraseLeft, phraseRight, type Range } from '../phrases/noun-phrase.ts';
import { rolesRight } from '../phrases/apposition.ts';
import type { Token } from '../tokens/token.ts';
import { afterHearer, afterTime, introduced } from './content.ts';
import type { Frame } from './frame.ts';
import { isClause, sentenceSubject, type Subject, subjectOf, subjectRight } from './subject.ts';
import { MAYBE_VERB, PLAIN_SAYING, SPEECH_VERBS, type SpeechVerb } from './verbs.ts';

/** The span of a token range, trimmed of stops at its edges. */
export function spanOf(tokens: readonly Token[], { from, to }: Range): Span | null {
  let [first, last] = [from, to - 1];
  while (first <= last && tokens[first]?.kind === 'stop' && !/^[$£€(]$/.test(tokens[first]?.key ?? ''))
    first += 1;
  while (last >= first && tokens[last]?.kind === 'stop' && !/^[)%…]$/.test(tokens[last]?.key ?? ''))
    last -= 1;
  const [start, end] = [tokens[first], tokens[last]];
  return start && end && first <= last ? { start: start.start, end: end.end } : null;
}

const isQ = (token: Token | undefined): boolean => token?.kind === 'quotation';

/** No sentence reports more acts of saying; more are a list of words. */
const MOST_VERBS = 20;

type Found = { readonly frame: Frame; readonly verbAt: number; readonly from: number; readonly to: number };

/** Reads one narrated sentence; each verb of saying in it is one candidate. */
class SentenceReader {
  readonly tokens: readonly Token[];
  readonly frames: Found[] = [];
  private readonly taken = new Set<number>();
  private verbs: readonly number[] = [];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  read(): Frame[] {
    const verbs: [number, SpeechVerb][] = [];
    this.tokens.forEach((token, at) => {
      const verb = token.kind === 'word' ? SPEECH_VERBS.get(token.key) : undefined;
      if (verb && verbs.length < MOST_VERBS && this.isVerb(at, verb)) verbs.push([at, verb]);
    });
    this.verbs = verbs.map(([at]) => at);
    this.accordingTo();
    this.dash();
    // What stands right beside a quotation is its tag, whatever else the sentence says.
    const beside = verbs.filter(([at]) => this.isTag(at));
    for (const [at, verb] of beside) this.verb(at, verb);
    for (const [at, verb] of verbs) if (!beside.some(([tag]) => tag === at)) this.verb(at, verb);
    this.colon();
    this.frames.sort((a, b) => (a.frame.content[0]?.start ?? 0) - (b.frame.content[0]?.start ?? 0));
    this.leftOver();
    return this.frames.map(({ frame }) => frame);
  }

  /** Where the next act of saying stands behind `at`. */
  private nextVerb(at: number): number {
    return this.verbs.find((verb) => verb > at) ?? this.tokens.length;
  }

  /** Whether a verb stands in a tag right beside a quotation: “…,” he said; said Ali, “…”; said: “…”. */
  private isTag(at: number): boolean {
    const right = this.key(at + 1) === ',' || this.key(at + 1) === ':' ? at + 2 : at + 1;
    if (isQ(this.tokens[right]) && this.tokens[right]?.key !== 'term') return true;
    for (let index = at - 1; index >= Math.max(0, at - 40); index -= 1) {
      const token = this.tokens[index];
      if (token?.kind === 'quotation' && token.key !== 'term')
        return !this.verbs.some((verb) => verb > index && verb < at);
      if (token?.kind === 'stop' && /^[;:]$/.test(token.key)) return false;
    }
    return false;
  }

  /** “…” — Sonya Herridge: a quotation with nothing behind it but who said it. */
  private dash(): void {
    this.tokens.forEach((token, at) => {
      if (!/^[—–-]$/.test(token.key) || !isQ(this.tokens[at - 1])) return;
      const head = phraseRight(this.tokens, at + 1);
      if (!head || this.tokens[head.from]?.capital !== true) return;
      const whole = { from: head.from, to: rolesRight(this.tokens, head.to) };
      if (this.tokens.slice(whole.to).some(({ kind }) => kind === 'word')) return;
      const range = { from: this.quotationsTo(at), to: at };
      const frame = this.make(
        'speaker and colon',
        { from: at, to: at + 1 },
        null,
        { whole, head, inverted: true },
        [range],
      );
      if (frame) this.push({ frame: { ...frame, cue: null }, verbAt: at, from: range.from, to: range.to });
    });
  }

  /** Index of the first of the quotations that follow each other up to before `end`. */
  private quotationsTo(end: number): number {
    let from = end - 1;
    while (
      from > 0 &&
      (isQ(this.tokens[from - 1]) || (/^[.,…]$/.test(this.key(from - 1)) && isQ(this.tokens[from - 2])))
    )
      from -= 1;
    return from;
  }

  private key(at: number): string {
    return this.tokens[at]?.key ?? '';
  }

  /** Whether a form that can be a noun or adjective is a verb here. */
  private isVerb(at: number, verb: SpeechVerb): boolean {
    const before = this.key(at - 1);
    const next = this.tokens[at + 1];
    if (DETERMINERS.has(before) && !PRONOUNS.has(before)) return false;
    if (/^(?:of|by|with|his|her|their|its|in|for|from|on|no|'s)$/.test(before) && verb.form !== 'ing')
      return false;
    if (before.endsWith("'s") && !/^(?:he|she|it|who|that)'s$/.test(before) && verb.form !== 'past')
      return false;
    if (
      verb.form === 'base' &&
      !/^(?:to|will|would|can|could|may|might|must|should|did|didn't|do|don't|not|does|doesn't|they|we|i|you|who|also|often)$/.test(
        before,
      ) &&
      !before.endsWith('s') &&
      !this.tokens[at - 1]?.capital
    )
      return false;
    if (!MAYBE_VERB.has(this.key(at))) return true;
    const closes =
      (next === undefined || next.kind === 'stop') &&
      this.tokens.slice(Math.max(0, at - 12), at).some((token) => isQ(token));
    const particle = next?.key === 'out' || (next?.key === 'it' && /^puts?$/.test(this.key(at)));
    return (
      closes ||
      particle ||
      next?.key === 'that' ||
      isQ(next) ||
      next?.key === ':' ||
      (next?.key === ',' && isQ(this.tokens[at + 2])) ||
      this.hasQuoteAhead(at)
    );
  }

  private hasQuoteAhead(at: number): boolean {
    const before = this.tokens[at - 1];
    const subjectBefore =
      before?.capital === true || PRONOUNS.has(before?.key ?? '') || AUXILIARIES.has(before?.key ?? '');
    return subjectBefore && this.tokens.slice(at + 1, at + 25).some((token) => isQ(token));
  }

  private push(found: Found): void {
    this.frames.push(found);
    for (const index of found.frame.quotations) this.taken.add(index);
  }

  private make(
    pattern: Frame['pattern'],
    verbRange: Range,
    verb: SpeechVerb | null,
    subject: Subject | null,
    ranges: readonly Range[],
  ): Frame | null {
    const content = ranges.flatMap((range) => spanOf(this.tokens, range) ?? []);
    if (content.length === 0) return null;
    const inside = ranges.flatMap(({ from, to }) => this.tokens.slice(from, to).filter(isQ));
    const direct = ranges.every(({ from, to }) =>
      this.tokens.slice(from, to).every((token) => isQ(token) || token.kind === 'stop'),
    );
    return {
      pattern,
      cue: spanOf(this.tokens, verbRange),
      verb,
      source: subject && spanOf(this.tokens, subject.whole),
      head: subject && spanOf(this.tokens, subject.head),
      content,
      quotations: inside.map(({ quotation }) => quotation),
      direct,
    };
  }

  /** "according to X": all the rest of the sentence is what X says. */
  private accordingTo(): void {
    const { tokens } = this;
    tokens.forEach((token, at) => {
      const cue =
        token.key === 'according' && this.key(at + 1) === 'to'
          ? 2
          : token.key === 'per' && at > 0 && this.key(at - 1) === 'as'
            ? 1
            : 0;
      if (cue === 0) return;
      const head = phraseRight(tokens, at + cue);
      if (!head) return;
      const whole = { from: head.from, to: rolesRight(tokens, head.to) };
      const subject = { whole, head, inverted: true };
      const opening =
        !tokens.slice(0, at).some(({ kind }) => kind === 'word' || kind === 'quotation') ||
        (at === 1 && /^(?:but|and)$/.test(this.key(0)));
      const ranges =
        opening || at <= 1
          ? [{ from: whole.to, to: tokens.length }]
          : [{ from: this.clauseStart(at), to: at }];
      const frame = this.make('according to', { from: at, to: at + cue }, null, subject, ranges);
      if (frame) this.push({ frame, verbAt: at, from: ranges[0]?.from ?? 0, to: ranges[0]?.to ?? 0 });
    });
  }

  /** Where the clause that ends before `at` begins: behind the last frame, "but", or a semicolon. */
  private clauseStart(at: number): number {
    for (let index = at - 1; index > 0; index -= 1) if (/^[;]$/.test(this.key(index))) return index + 1;
    return 0;
  }

  private verb(at: number, verb: SpeechVerb): void {
    const nextVerb = this.nextVerb(at);
    const floor = this.floorOf(at);
    const passive = this.passive(at, verb);
    const subject = passive === 'active' ? this.subject(at, verb, floor) : passive;
    if (subject === null && (passive === 'active' || this.key(at + 1) !== 'that')) return;
    const inverted = subject?.inverted === true && passive === 'active';
    const particle =
      /^(?:out|it)$/.test(this.key(at + 1)) &&
      /^(?:put|puts|point|points|pointed|pointing|spell|spells|spelled)$/.test(this.key(at))
        ? 1
        : 0;
    const after = inverted && subject ? subject.whole.to : at + 1 + particle;
    const ranges = this.contentOf(at, verb, after, subject, floor, nextVerb);
    if (!ranges) return;
    const frame = this.make(
      subject === null ? 'nobody named' : inverted ? 'says speaker' : 'speaker says',
      { from: at, to: at + 1 },
      verb,
      subject,
      ranges,
    );
    if (frame) this.push({ frame, verbAt: at, from: ranges[0]?.from ?? 0, to: ranges.at(-1)?.to ?? 0 });
  }

  /** Where the clause of a verb begins: behind a quotation, a semicolon, or "that" of an outer frame. */
  private floorOf(at: number): number {
    for (let index = at - 1; index >= 0; index -= 1) {
      const token = this.tokens[index];
      if (token?.kind === 'quotation' && index < at - 1 && this.key(index + 1) !== ',')
        return index + 1 > at - 1 ? 0 : index;
      if (token?.key === ';' || token?.key === ':') return index + 1;
    }
    return 0;
  }

  private passive(at: number, verb: SpeechVerb): Subject | null | 'active' {
    if (verb.form !== 'past' && verb.form !== 'participle') return 'active';
    let index = at - 1;
    while (
      index > 0 &&
      /ly$|^(?:also|not|being|been)$/.test(this.key(index)) &&
      !/^(?:been|being)$/.test(this.key(index))
    )
      index -= 1;
    if (!/^(?:is|was|were|are|be|been|being|it's|isn't|wasn't)$/.test(this.key(index))) return 'active';
    const by = this.tokens.findIndex(({ key }, other) => other > at && other <= at + 6 && key === 'by');
    return by === -1 ? null : subjectRight(this.tokens, by + 1);
  }

  private subject(at: number, verb: SpeechVerb, floor: number): Subject | null {
    const { tokens } = this;
    const before = this.key(at - 1);
    const last = this.lastBefore(at);
    const shared = (): Subject | null =>
      sentenceSubject(tokens, floor, at) ?? (floor > 0 ? sentenceSubject(tokens, 0, at) : null);
    if (verb.form === 'ing') {
      const stating = this.statingDocument(at, floor);
      if (stating) return stating;
      if (AUXILIARIES.has(before) || AUXILIARIES.has(this.key(at - 2))) return subjectOf(tokens, at, floor);
      return this.earlier(last, at) ?? shared() ?? subjectRight(tokens, at + 1);
    }
    if (verb.form === 'base' && before === 'to') return this.earlier(last, at) ?? shared();
    const conjoined =
      /^(?:and|but|then|or)$/.test(before) ||
      (/^(?:also|later|then)$/.test(before) && /^(?:and|but|,)$/.test(this.key(at - 2)));
    if (conjoined && !(isQ(tokens[at - 2]) && !last)) return this.earlier(last, at) ?? shared();
    return subjectOf(tokens, at, floor, verb.taking !== 'tell') ?? this.earlier(last, at);
  }

  /** "A regulation (later) stating that": the text itself says it, whoever issued it. */
  private statingDocument(at: number, floor: number): Subject | null {
    const end = beforeVerb(this.tokens, at, floor);
    const noun = this.tokens[end - 1];
    if (noun?.kind !== 'word' || !DOCUMENTS.has(noun.key)) return null;
    const head = phraseLeft(this.tokens, end, floor);
    return head && { whole: head, head, inverted: false };
  }

  /** The frame of the last verb before `at`. */
  private lastBefore(at: number): Found | undefined {
    let last: Found | undefined;
    for (const found of this.frames)
      if (found.verbAt < at && found.verbAt >= (last?.verbAt ?? -1)) last = found;
    return last;
  }

  /** The subject of the frame before, which "and added", ", saying" go on with. */
  private earlier(last: Found | undefined, at: number): Subject | null {
    if (!last || last.verbAt > at || !last.frame.source) return null;
    const range = (span: Span | null): Range | null => {
      if (!span) return null;
      const from = this.tokens.findIndex(({ start }) => start >= span.start);
      let to = from;
      while (to < this.tokens.length && (this.tokens[to]?.end ?? 0) <= span.end) to += 1;
      return from >= 0 && to > from ? { from, to } : null;
    };
    const [whole, head] = [range(last.frame.source), range(last.frame.head)];
    return whole && head ? { whole, head, inverted: false } : null;
  }

  /** What was said, as token ranges; null where nothing shows it. */
  private contentOf(
    at: number,
    verb: SpeechVerb,
    after: number,
    subject: Subject | null,
    floor: number,
    nextVerb: number,
  ): Range[] | null {
    const { tokens } = this;
    const left = this.contentLeft(subject && !subject.inverted ? subject.whole.from : at);
    const inverted = subject?.inverted === true;
    const quoted = introduced(tokens, after, verb.taking === 'tell' || inverted || left !== null);
    if (left && isQ(tokens[left.to - 1])) {
      const going = quoted >= 0 && this.untaken(quoted) && quoted < nextVerb;
      return going ? [left, { from: quoted, to: this.quotationsFrom(quoted) }] : [left];
    }
    const leftQuotes = left !== null && tokens.slice(left.from, left.to).some(isQ);
    if (left && (quoted < 0 || leftQuotes) && this.endsSoon(after)) return [left];
    if (quoted >= 0 && this.untaken(quoted)) {
      const to = this.quotationsFrom(quoted);
      // “…” and that “…”: the statement goes on in the narrator's words.
      const end = this.clauseEnd(to, nextVerb);
      const goesOn =
        tokens.slice(to, end).some((token) => token.kind === 'word') &&
        !/^(?:and|but|in|on|at|during|after|while|as|when|to|,|—|before|according|adding|referring)$/.test(
          this.key(to),
        );
      return [{ from: quoted, to: goesOn ? end : to }];
    }
    return this.clauseRight(verb, after, floor, nextVerb, subject);
  }

  private untaken(at: number): boolean {
    return !this.taken.has(this.tokens[at]?.quotation ?? -1);
  }

  /** Index behind the quotations that follow each other from `at`, with stops between. */
  private quotationsFrom(at: number): number {
    let to = at;
    let last = at;
    while (to < this.tokens.length && (isQ(this.tokens[to]) || /^[.,]$/.test(this.key(to)))) {
      if (isQ(this.tokens[to])) last = to;
      to += 1;
    }
    return last + 1;
  }

  /** What stands before "…, X said": a quotation, or a clause with or without one. */
  private contentLeft(before: number): Range | null {
    const { tokens } = this;
    const comma = this.key(before - 1);
    const quoted = isQ(tokens[before - 1]);
    if (!quoted && !/^[,—–]$/.test(comma)) return null;
    const end = quoted ? before : before - 1;
    if (!quoted && isQ(tokens[end - 1]) && !this.untaken(end - 1)) return null;
    if (quoted && !this.untaken(end - 1)) return null;
    if (isQ(tokens[end - 1])) {
      const from = this.quotationsTo(end);
      const words = tokens.slice(0, from).filter(({ kind }) => kind === 'word').length;
      if (words === 0 || this.frames.length > 0 || this.verbs.some((verb) => verb < from))
        return { from, to: end };
      return { from: this.clauseStart(from), to: end };
    }
    if (this.lastBefore(before)) return null;
    return isClause(tokens, 0, end) || end > 5 ? { from: 0, to: end } : null;
  }

  /** Whether nothing but a time, a place or a role stands behind the verb and its subject. */
  private endsSoon(after: number): boolean {
    const at = afterTime(this.tokens, after);
    const token = this.tokens[at];
    if (!token || token.kind === 'stop') return true;
    if (/^(?:in|on|at|during|after|when|while|as|before|of|adding|yesterday|today)$/.test(token.key))
      return true;
    return WEEKDAYS.has(token.key);
  }

  private clauseEnd(from: number, nextVerb: number): number {
    const { tokens } = this;
    let end = tokens.length;
    for (let at = from + 1; at < tokens.length; at += 1) {
      const key = this.key(at);
      if (key === ';' || (isQ(tokens[at]) && !this.untaken(at))) end = at;
      // “…, and added that”: the next act of saying begins.
      if (at === nextVerb) {
        const before = this.key(at - 1);
        if (/^(?:and|but|,)$/.test(before)) end = at - 1;
      }
      if (key === 'according' && this.key(at + 1) === 'to') end = at;
      if (end < tokens.length) break;
    }
    while (end > from && /^(?:,|\.|and|but|;|:)$/.test(this.key(end - 1))) end -= 1;
    return end;
  }

  private clauseRight(
    verb: SpeechVerb,
    after: number,
    _floor: number,
    nextVerb: number,
    subject: Subject | null,
  ): Range[] | null {
    const { tokens } = this;
    let from = verb.taking === 'tell' ? afterHearer(tokens, after) : after;
    from = afterTime(tokens, from);
    if (this.key(from) === ',' && this.key(from + 1) !== 'that' && subject?.inverted !== true) from += 0;
    const that = this.key(from) === 'that' || (this.key(from) === ',' && this.key(from + 1) === 'that');
    const end = this.clauseEnd(from, nextVerb);
    const body = tokens.slice(from, end);
    const words = body.filter(({ kind }) => kind === 'word').length;
    const quotes = body.some((token) => isQ(token) && !this.taken.has(token.quotation));
    if (words + (quotes ? 2 : 0) < 2) return null;
    if (
      verb.taking === 'report' &&
      !that &&
      !quotes &&
      !this.opensClause(from) &&
      !this.opensInfinitive(from)
    )
      return null;
    if (subject?.inverted && !that) return null;
    const plain = verb.taking !== 'say' || PLAIN_SAYING.has(verb.lemma);
    if (
      !plain &&
      !that &&
      !quotes &&
      !this.opensInfinitive(from) &&
      !isClause(tokens, from, Math.min(end, from + 16))
    )
      return null;
    return [{ from, to: end }];
  }

  /** A clause without "that": it begins with a pronoun, or a phrase and an auxiliary. */
  private opensClause(from: number): boolean {
    const phrase = phraseRight(this.tokens, from);
    if (!phrase) return /^(?:how|why|what|whether|if|there)$/.test(this.key(from));
    return AUXILIARIES.has(this.key(phrase.to));
  }

  private opensInfinitive(from: number): boolean {
    return this.key(from) === 'to' || this.tokens.slice(from, from + 6).some(({ key }) => key === 'to');
  }

  /** "Sami Fourati: “…”", and "He went on Twitter: “…”". */
  private colon(): void {
    const { tokens } = this;
    tokens.forEach((token, at) => {
      if (token.key !== ':' || !isQ(tokens[at + 1]) || !this.untaken(at + 1)) return;
      const phrase = phraseLeft(tokens, at, 0);
      const alone = phrase && phrase.from === 0;
      const subject = alone
        ? { whole: phrase, head: phrase, inverted: false }
        : sentenceSubject(tokens, 0, at);
      if (!subject) return;
      const range = { from: at + 1, to: this.quotationsFrom(at + 1) };
      const frame = this.make('speaker and colon', { from: at, to: at + 1 }, null, subject, [range]);
      if (frame) this.push({ frame: { ...frame, cue: null }, verbAt: at, from: range.from, to: range.to });
    });
  }

  /** Quotations right behind one whose speaker is known go on with it: “…,” he said. “…” */
  private leftOver(): void {
    const last = this.frames.at(-1);
    if (!last) return;
    this.tokens.forEach((token, at) => {
      if (!isQ(token) || !this.untaken(at)) return;
      const before = this.frames.findLast(
        ({ frame }) => (frame.content.at(-1)?.end ?? 0) <= token.start && frame.direct,
      );
      const previous = this.tokens[at - 1];
      const joined =
        previous === undefined ||
        previous.kind === 'stop' ||
        /^(?:and|but|adding|because|that|then)$/.test(previous.key);
      if (!before || !joined) return;
      const index = this.frames.indexOf(before);
      const frame: Frame = {
        ...before.frame,
        content: [...before.frame.content, { start: token.start, end: token.end }],
        quotations: [...before.frame.quotations, token.quotation],
      };
      this.frames[index] = { ...before, frame };
      this.taken.add(token.quotation);
    });
  }
}

/** Who is about to speak in a sentence that ends in a colon, where no act of saying was found in it. */
export function announcedBy(tokens: readonly Token[]): Frame | null {
  const subject = sentenceSubject(tokens, 0, tokens.length - 1);
  if (!subject) return null;
  const [source, head] = [spanOf(tokens, subject.whole), spanOf(tokens, subject.head)];
  return {
    pattern: 'speaker and colon',
    cue: null,
    verb: null,
    source,
    head,
    content: [],
    quotations: [],
    direct: true,
  };
}

/** The acts of saying in one narrated sentence of English, in the order they were found. */
export function englishFrames(tokens: readonly Token[]): Frame[] {
  return new SentenceReader(tokens).read();
}
