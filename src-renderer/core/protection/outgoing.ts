import { makeAnchor } from '../anchoring/make-anchor.ts';
import type { Anchor } from '../model/anchor.ts';
import type { CaseState } from '../model/case-state.ts';
import { findNeedles, type Found, type Needle } from './find.ts';
import { type MarkLanguage, markFor } from './marks.ts';
import { isShownByCodeName, partyHeld, standIn } from './needles.ts';
import { type NeutralRefs, neutralRefs, SAME_REFS } from './neutral-refs.ts';
import { type Cut, movedOffset, type RedactedText, redactText } from './redact-text.ts';

/** Where something was replaced: a kind of item, or the text of an article. */
export type Place = string;

/** How a party leaves that may not be named. */
export type Hidden = { readonly as: string; readonly byCodeName: boolean };

/** One of our own words, or somebody else's, where what was replaced has to show. */
type Voice = 'own' | 'quoted';

/**
 * Texts on their way out of one case. Each distinct text is looked at once; what was replaced is
 * counted where it stood.
 */
export class Outgoing {
  readonly counts = new Map<string, Map<Place, number>>();
  /** How often something was changed: tells whether an item is still what it was. */
  touched = 0;
  place: Place = '';
  readonly #standIns: ReadonlyMap<string, string>;
  readonly #details: ReadonlySet<string>;
  readonly #memo = { own: new Map<string, RedactedText>(), quoted: new Map<string, RedactedText>() };
  readonly #documents = new Map<string, RedactedText>();
  readonly #refs: NeutralRefs;

  constructor(
    readonly state: CaseState,
    readonly texts: ReadonlyMap<string, string>,
    readonly needles: readonly Needle[],
    readonly language: MarkLanguage,
    /** Whether the people who worked on the case are not named either. */
    readonly hidesActors: boolean,
    /** Whether evidence files stay behind, and with them all that would prove that they are held. */
    readonly hidesFiles: boolean,
  ) {
    this.#details = new Set(state.detail.keys());
    this.#refs = hidesActors ? neutralRefs(state) : SAME_REFS;
    this.#standIns = new Map(needles.map(({ itemId, as }) => [itemId, as]));
  }

  /** Our own words, a stand-in among them as it is. */
  own(text: string): string {
    return this.#leave(text, 'own');
  }

  /** Somebody's words: what was replaced stands in brackets. */
  quoted(text: string): string {
    return this.#leave(text, 'quoted');
  }

  /** The reference of an item, initials of who made it left out where they may not be named. */
  ref(ref: string, itemId: string): string {
    const said = this.#refs.of(itemId, ref);
    if (said !== ref) this.touched += 1;
    return said;
  }

  /** A web address as it is, or null when a protected name is in it: what is left of it would tell. */
  link(url: string): string | null {
    const hits = findNeedles(url, this.needles);
    this.#count(hits);
    return hits.length > 0 ? null : url;
  }

  hidden(partyId: string): Hidden | null {
    const party = partyHeld(this.state, partyId);
    const as = party ? standIn(party) : null;
    if (!party || as === null) return null;
    return { as: this.#standIns.get(partyId) ?? as, byCodeName: isShownByCodeName(party) };
  }

  /** A document's text; null when it is not held. */
  document(documentId: string): RedactedText | null {
    const held = this.#documents.get(documentId);
    if (held) return held;
    const text = this.texts.get(documentId);
    if (text === undefined) return null;
    const said = this.#redacted(text, 'quoted');
    this.#documents.set(documentId, said);
    return said;
  }

  /** The cuts of every document's text, counted. */
  documents(): ReadonlyMap<string, string> {
    const said = new Map<string, string>();
    for (const id of this.texts.keys()) {
      if (!this.state.document.has(id)) continue;
      const redacted = this.document(id);
      if (redacted) said.set(id, redacted.text);
      this.#count(redacted?.cuts ?? []);
    }
    return said;
  }

  anchor(anchor: Anchor): Anchor {
    const document = this.document(anchor.documentId);
    if (!document) return this.#loose(anchor);
    if (document.cuts.length === 0) return anchor;
    const start = movedOffset(document.cuts, anchor.start, 'start');
    const end = movedOffset(document.cuts, anchor.end, 'end');
    // An anchor that never fitted its text says nothing about it; it has to be freed by itself.
    if (!(0 <= start && start < end && end <= document.text.length)) return this.#loose(anchor);
    this.touched += 1;
    const { notIn } = anchor;
    return { ...makeAnchor(anchor.documentId, document.text, start, end), ...(notIn ? { notIn } : {}) };
  }

  /** An anchor without its text: a name its context cuts in two could not be found there. */
  #loose(anchor: Anchor): Anchor {
    if (this.needles.length === 0) return anchor;
    const { prefix, exact, suffix } = anchor;
    const { text, cuts } = this.#redacted(prefix + exact + suffix, 'quoted');
    this.touched += 1;
    const start = movedOffset(cuts, prefix.length, 'start');
    const end = movedOffset(cuts, prefix.length + exact.length, 'end');
    return { ...anchor, exact: text.slice(start, end), prefix: '', suffix: '' };
  }

  mark(kind: 'name' | 'text' | 'link' | 'file', words = ''): string {
    return markFor(kind, this.language, words);
  }

  #leave(text: string, voice: Voice): string {
    const words = this.#refs.within(text);
    if (words !== text) this.touched += 1;
    const said = this.#redacted(words, voice);
    this.#count(said.cuts);
    return said.text;
  }

  #redacted(text: string, voice: Voice): RedactedText {
    const held = this.#memo[voice].get(text);
    if (held) return held;
    const say = (hit: Found, words: string) => this.#say(hit, words, voice);
    const said = redactText(text, this.needles, say, this.mark('text', text));
    this.#memo[voice].set(text, said);
    return said;
  }

  #say({ itemId }: Found, words: string, voice: Voice): string {
    if (words.includes('://')) return this.mark('link');
    const as = this.#standIns.get(itemId) ?? '';
    if (as === '') return markFor(this.#details.has(itemId) ? 'detail' : 'name', this.language, words);
    return voice === 'quoted' ? `[${as}]` : as;
  }

  #count(cuts: readonly Pick<Cut, 'itemId'>[]): void {
    this.touched += cuts.length;
    for (const { itemId } of cuts) {
      const places = this.counts.get(itemId) ?? new Map<Place, number>();
      places.set(this.place, (places.get(this.place) ?? 0) + 1);
      this.counts.set(itemId, places);
    }
  }
}
