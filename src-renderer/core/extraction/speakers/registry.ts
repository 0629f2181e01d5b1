import type { Span } from '../../anchoring/paragraphs.ts';
import type { Described } from '../phrases/described.ts';
import { familyName, nameWords, plainWords, sameName } from './names.ts';
import type { Doubt, Resolved, Speaker } from './speaker.ts';

type Entry = {
  readonly id: number;
  kind: Speaker['kind'];
  name: string;
  words: readonly string[];
  role: string | null;
  readonly variants: Set<string>;
  readonly mentions: Span[];
};

/** One naming of a speaker in the text. */
export type Mention = {
  readonly described: Described;
  readonly name: string;
  readonly role: string | null;
  readonly span: Span;
  /** Which paragraph it stands in. */
  readonly paragraph: number;
  /** Names of others that stand between the last speaker's words and this mention. */
  readonly others: readonly string[];
};

/** No article has more speakers; of a longer text the last ones are compared. */
const COMPARED = 300;

/** Nouns and titles that tell whether their bearer is “he” or “she”. */
const SHE =
  /\b(?:mrs|ms|miss|she|her|woman|mother|sister|daughter|wife|widow|girl|aunt|queen|princess|actress|spokeswoman|chairwoman|congresswoman|businesswoman|umm)\b/i;
const HE =
  /\b(?:mr|he|his|man|father|brother|son|husband|widower|boy|uncle|king|prince|actor|spokesman|chairman|congressman|businessman|abu)\b/i;

function genderOf(name: string, role: string | null): 'he' | 'she' | null {
  const words = `${name} ${role ?? ''}`;
  const [she, he] = [SHE.test(words), HE.test(words)];
  return she === he ? null : she ? 'she' : 'he';
}

const SINGULAR = new Set(['he', 'she', 'i', 'who']);

/**
 * Everybody who speaks in an article, in the order in which they are introduced. Two people may
 * share a family name: a full name makes a new entry unless it is a spelling of one that is there,
 * and a family name alone is given to somebody only where nobody else can be meant.
 */
export class Registry {
  private readonly entries: Entry[] = [];
  private last: { entry: Entry; paragraph: number } | null = null;

  /** The speakers so far, in order of introduction. */
  speakers(): Speaker[] {
    return this.entries.map(({ id, kind, name, role, variants, mentions }) => ({
      id,
      kind,
      name,
      role,
      variants: [...variants].filter((variant) => variant !== name),
      mentions,
    }));
  }

  /** Who is meant; whoever is new is entered. */
  resolve(mention: Mention): Resolved {
    const { kind } = mention.described;
    if (kind === 'pronoun') return this.pronoun(mention);
    if (kind === 'described' || kind === 'document') return this.description(mention, kind);
    return this.named(mention, kind);
  }

  /** Those who may be compared with: a text of any length stays linear. */
  private known(): readonly Entry[] {
    return this.entries.length > COMPARED ? this.entries.slice(-COMPARED) : this.entries;
  }

  private settle(entry: Entry, mention: Mention, doubt: Doubt | null): Resolved {
    entry.mentions.push(mention.span);
    if (mention.described.kind !== 'pronoun') entry.variants.add(mention.name);
    if (entry.role === null && mention.role !== null) entry.role = mention.role;
    this.last = { entry, paragraph: mention.paragraph };
    return { sure: true, speaker: entry.id, doubt };
  }

  private enter(mention: Mention, kind: Speaker['kind'], words: readonly string[]): Resolved {
    const { name, role } = mention;
    const entry: Entry = {
      id: this.entries.length,
      kind,
      name,
      words,
      role,
      variants: new Set(),
      mentions: [],
    };
    this.entries.push(entry);
    return this.settle(entry, mention, null);
  }

  private unsure(candidates: readonly Entry[], doubt: Doubt): Resolved {
    // What is not certain says nothing about who "he" is afterwards.
    this.last = null;
    return { sure: false, candidates: candidates.map(({ id }) => id), doubt };
  }

  private named(mention: Mention, kind: 'person' | 'organisation'): Resolved {
    const words = nameWords(mention.name);
    if (words.length > 1 || kind === 'organisation') {
      const known = this.known().find((entry) => sameName(entry.words, words));
      if (known) return this.settle(known, mention, null);
      if (words.length > 1) return this.fuller(mention, words) ?? this.enter(mention, kind, words);
    }
    return this.shortName(mention, kind, words);
  }

  /** Someone known by a family name alone until now: "Fourati" and then "Zaid Fourati" with the same role. */
  private fuller(mention: Mention, words: readonly string[]): Resolved | null {
    const only = this.known().filter(
      (entry) => entry.words.length === 1 && entry.kind === 'person' && entry.words[0] === words.at(-1),
    );
    const sharing = this.known().filter((entry) => familyName(entry.words) === words.at(-1));
    const [entry] = only;
    if (!entry || only.length > 1 || sharing.length > 0) return null;
    entry.variants.add(entry.name);
    entry.name = mention.name;
    entry.words = words;
    return this.settle(entry, mention, null);
  }

  private shortName(mention: Mention, kind: 'person' | 'organisation', words: readonly string[]): Resolved {
    const [word] = words;
    if (word === undefined) return this.enter(mention, kind, words);
    const alone = this.known().filter((entry) => entry.words.length === 1 && entry.words[0] === word);
    const family = this.known().filter((entry) => familyName(entry.words) === word);
    const sharers = [...family, ...alone];
    const [only] = sharers;
    if (only && sharers.length === 1) return this.settle(only, mention, null);
    if (sharers.length > 1) return this.shared(sharers, mention);
    const given = this.known().filter((entry) => entry.kind === 'person' && entry.words.includes(word));
    const [one] = given;
    if (one && given.length === 1) return this.settle(one, mention, null);
    if (given.length > 1) return this.unsure(given, { kind: 'part of several names', words: [mention.name] });
    return this.enter(mention, kind, words);
  }

  /** A name that several share is whose turn it still is, if he spoke last and right before; else nobody's. */
  private shared(sharers: readonly Entry[], mention: Mention): Resolved {
    const last = this.last;
    const turn = last && sharers.find((entry) => entry === last.entry);
    if (turn && last && mention.paragraph - last.paragraph <= 1) {
      const others = sharers.filter((entry) => entry !== turn).map(({ name }) => name);
      return this.settle(turn, mention, { kind: 'settled by whose turn it is', words: others });
    }
    const near = [...sharers].sort(
      (a, b) => (b.mentions.at(-1)?.start ?? 0) - (a.mentions.at(-1)?.start ?? 0),
    );
    return this.unsure(near, { kind: 'several share this name', words: [mention.name] });
  }

  private pronoun(mention: Mention): Resolved {
    const word = mention.name.toLowerCase();
    const last = this.last;
    if (!last || mention.paragraph - last.paragraph > 2) {
      const recent = this.entries.slice(-2).reverse();
      return this.unsure(recent, { kind: 'nobody spoke just before', words: [mention.name] });
    }
    const other = genderOf(last.entry.name, last.entry.role);
    const wrong = (word === 'he' && other === 'she') || (word === 'she' && other === 'he');
    const fits = wrong
      ? false
      : SINGULAR.has(word)
        ? last.entry.kind === 'person' || last.entry.kind === 'described'
        : true;
    if (fits && mention.others.length === 0) return this.settle(last.entry, mention, null);
    const named = mention.others.flatMap((name) =>
      this.known().filter((entry) => sameName(entry.words, nameWords(name))),
    );
    return this.unsure([last.entry, ...named], {
      kind: 'somebody else stands between',
      words: mention.others,
    });
  }

  /** "The mayor", after "Bill de Blasio, mayor of New York": the only one with that role; else a new entry. */
  private description(mention: Mention, kind: 'described' | 'document'): Resolved {
    const words = plainWords(mention.name);
    const same = this.known().find(
      (entry) => entry.kind === kind && entry.words.join(' ') === words.join(' '),
    );
    if (same && kind === 'document') return this.settle(same, mention, null);
    const definite = /^(?:the|this|that)\b/i.test(mention.name);
    const noun = words.at(-1);
    if (definite && kind === 'described' && noun !== undefined) {
      const holders = this.known().filter(
        ({ role, words: own }) => role !== null && own.length > 0 && plainWords(role).includes(noun),
      );
      const [holder] = holders;
      if (holder && holders.length === 1) return this.settle(holder, mention, null);
    }
    if (same && (definite || /^\p{Lu}/u.test(mention.name))) return this.settle(same, mention, null);
    return this.enter(mention, kind, words);
  }
}
