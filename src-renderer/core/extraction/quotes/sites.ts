import { matchesOf } from '../matches.ts';
import { twin } from '../twin.ts';
import type { Span } from '../../anchoring/paragraphs.ts';

/** A place where a mark may be missing, and what it costs to think so. */
export type Site = { readonly at: number; readonly cost: number };

/** What the words between two marks say about being quoted or not, and where a mark may be missing. */
export type Gap = {
  /** Added cost of reading this stretch as quoted, and as narration. */
  readonly quoted: number;
  readonly narrated: number;
  /** Cheapest places for a missing opening and a missing closing mark. */
  readonly open: Site | null;
  readonly close: Site | null;
};

const SAYING =
  'said|says|say|added|adds|told|tells|explained|noted|continued|wrote|writes|argued|claimed|insisted|warned|stated|declared|asked|replied|recalled|concluded|acknowledged|tweeted|announced|commented|remarked|reported|suggested|observed';
const NAMING = "(?:[Hh]e|[Ss]he|[Tt]hey|(?:the |an? )?(?:[\\p{L}.'-]+ ){0,4}[\\p{L}'-]+)";

/** “…, he said” and “…, said X”: a quotation has closed at the comma. */
const TAG_AFTER = twin(
  new RegExp(
    `[,?!—–]"? (?:${NAMING}(?:, [^,.;:"!?]{3,60},)? (?:also |later )?(?:${SAYING})\\b|(?:${SAYING}) )`,
    'gu',
  ),
);
/** “X said: …”, “he added, …”: a quotation opens after it. */
const TAG_BEFORE = twin(
  new RegExp(
    `\\b(?:${SAYING}|قال|قالت|اضاف|اضافت|تابع|اكد|اوضح)(?: [^.:"]{0,60})?: |\\b(?:${SAYING}), (?=\\p{Lu})|\\b(?:saying|writing|adding|stating),? (?=\\p{Lu})|, (?=(?:For|The|It|We|This|That|They|There|If|When|But|My|Our|I) )`,
    'gu',
  ),
);
const SENTENCE_END = twin(/[.!?…] +(?=[\p{Lu}\p{Lo}])/gu);
const ABBREVIATED = /(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|Prof|Jr|vs|No|Inc|Co)|\b\p{Lu})$/u;
const OWN_WORDS = /\b(?:I|I'm|I've|we|We|my|our|us|me|We're|we're|we've)\b|نحن|اننا/u;

/** A mark within the narrator's own sentence, which ends what is quoted with it: a user labelled “Anonymous”. */
const EMBEDDED = new RegExp(`(?<!\\b(?:${SAYING}|that|saying|writing|adding))(?<=\\p{L}) "$`, 'u');

/** A name right behind such a mark, and where the sentence goes on behind it. */
const NAME_FIRST = /^\p{Lu}[\p{L}\p{M}'-]+(?:(?: (?:of|the|and|for))? \p{Lu}[\p{L}\p{M}'-]+)*,?(?= \p{Ll})/u;

const COST = {
  atTag: 3,
  atParagraph: 4,
  atSentence: 5,
  atEmbedded: 4,
  tagWithin: 3,
  ownWordsOutside: 1,
  stops: 0.5,
} as const;

/** Most signs are English words. */
const LATIN = /[A-Za-z]/;

const cheaper = (a: Site | null, b: Site): Site => (a === null || b.cost < a.cost ? b : a);

/** Narration that leads to a mark or follows one: “…” he said; he wrote that “…”. */
const LEADS = new RegExp(`(?:${SAYING}|writing|saying|adding)(?: that|:|,)? ?$`, 'u');
const FOLLOWS = new RegExp(`^,? (?:${NAMING} (?:also |later )?(?:${SAYING})\\b|(?:${SAYING}) )`, 'u');

/** Reads the stretch between two marks (or the edges of a block). */
export function gapOf(shadow: string, stretch: Span, edges: { first: boolean; last: boolean }): Gap {
  const words = shadow.slice(stretch.start, stretch.end);
  let open: Site | null = null;
  let close: Site | null = null;
  let quoted = 0;
  if (words.trim() === '') {
    if (edges.last) close = { at: stretch.start, cost: COST.atParagraph };
    return { quoted: 0, narrated: 0, open, close };
  }
  const latin = LATIN.test(words);
  for (const { index } of latin ? matchesOf(TAG_AFTER(words), words) : []) {
    quoted = COST.tagWithin;
    close = cheaper(close, { at: stretch.start + index + 1, cost: COST.atTag });
  }
  for (const { index, 0: tag } of matchesOf(TAG_BEFORE(words), words)) {
    // Right before a mark none is missing.
    if (index + tag.length < words.length)
      open = cheaper(open, { at: stretch.start + index + tag.length, cost: COST.atTag });
  }
  const embedded = EMBEDDED.test(shadow.slice(Math.max(0, stretch.start - 14), stretch.start));
  const name = embedded ? NAME_FIRST.exec(words)?.[0] : undefined;
  if (name !== undefined) close = cheaper(close, { at: stretch.start + name.length, cost: COST.atEmbedded });
  for (const { index, 0: end } of matchesOf(SENTENCE_END(words), words)) {
    if (ABBREVIATED.test(words.slice(Math.max(0, index - 5), index))) continue;
    if (index + end.length < words.length)
      open = cheaper(open, { at: stretch.start + index + end.length, cost: COST.atSentence });
    close = cheaper(close, {
      at: stretch.start + index + 1,
      cost: embedded && close === null ? COST.atEmbedded : COST.atSentence,
    });
  }
  const leads = latin && shadow[stretch.end] === '"' && LEADS.test(words.slice(-30));
  if (leads || (latin && !edges.first && FOLLOWS.test(words))) quoted = COST.tagWithin;
  if (edges.first) open = cheaper(open, { at: stretch.start, cost: COST.atParagraph });
  if (edges.last) {
    const stopped = /[.!?,…]$/.test(words);
    close = cheaper(close, { at: stretch.end, cost: COST.atParagraph + (stopped ? 0 : COST.stops) });
  }
  return { quoted, narrated: OWN_WORDS.test(words) ? COST.ownWordsOutside : 0, open, close };
}
