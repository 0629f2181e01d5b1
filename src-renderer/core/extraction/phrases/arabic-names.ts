import { matchesOf } from '../matches.ts';
import type { Span } from '../../anchoring/paragraphs.ts';
import {
  ENDS_NAME,
  isArabicVerb,
  isDeed,
  opensStatement,
  ORGANISATIONS_AR,
  ROLES,
} from '../frames/arabic-words.ts';
import { shadowOf, withoutMarks } from '../shadow.ts';
import type { NameFound } from './names-in.ts';

const set = (words: string): ReadonlySet<string> => new Set(shadowOf(words).split(/\s+/));

const ARABIC = /[\u0621-\u064a]/;
const WORD = /[\u0621-\u064a][\u0621-\u0652\u0670]*/g;
/** And, so, with, for, as, written onto the word behind them. */
const CLITIC = /^[وفبلك](?=ال|ابو|ابي|ابا)/;
/** Kunyas and patronymics: Abu, Umm, bin. */
const KUNYAS = set('أبو أبي أبا أم');
const PATRONYMICS = set('بن ابن بنت');
/** Given names that news holds often and that are no other word as well. Own list, from general knowledge. */
const GIVEN = set(
  `محمد أحمد محمود حسين خالد عمر عثمان يوسف إبراهيم إسماعيل سامي زيد مروان ياسر سليم مصطفى جاسم قاسم حمزة
   بلال طارق وليد هشام فراس باسل بشار رامي زياد غسان عمار أنس معاذ أيمن نزار هيثم عصام عماد فيصل جورج إلياس
   حيدر عباس جعفر كاظم يحيى زكريا موسى عيسى هارون سليمان داود إدريس ياسين فاطمة خديجة عائشة زينب مريم ليلى
   سمير سعاد رنا هالة آلاء نادر مازن لؤي قصي وسام مهند عدنان رضوان عبدالله عبدالرحمن رجب مروة سارة رهف
   حسام شادي وائل أسامة أشرف رأفت كنان أيهم
   ليث عدي أوس فؤاد نبيل سهيل فادي هاني نورس
   عبدو إياد عبير سوسن سميرة رولا سلمى ندى لينا دينا`,
);
/** Names of bodies that stand alone, as acronyms do in English. */
const BODIES = set('داعش حماس سانا رويترز يونيسف اليونيسف اليونسكو الأونروا الناتو أوبك الإنتربول');
/** Adjectives in the names of bodies that do not end as most of them do. */
const ADJECTIVES = set('المتحدة الحر الأحمر الأعلى العليا العام العامة المسلحة المشتركة الموحدة الجديدة');
/** Nouns that end as those adjectives do. */
const NO_ADJECTIVE = set(
  'الماضي الأراضي المباني الأهالي الليالي الضواحي النواحي القاضي المحامي الثاني الحالي',
);
/** As it stands in the shadow, where ة is ه: السوري, السوريه, السوريين. */
const ADJECTIVE = /^ال.{2,}ي(?:ه|ين|ون)?$/;

/** A conjunction or preposition may be written onto it: ومقاتلون, بمسدس. */
const MAY_BE_JOINED = /^[وفبلك].{4}/;

type Word = Span & {
  readonly key: string;
  /** Whether nothing but blanks stands between it and the word before. */
  readonly joined: boolean;
};

function wordsOf(stretch: string): Word[] {
  let last = 0;
  return matchesOf(WORD, stretch).map(({ index, 0: word }) => {
    const joined = last > 0 && stretch.slice(last, index).trim() === '';
    last = index + word.length;
    return { key: withoutMarks(word), start: index, end: last, joined };
  });
}

const isDefinite = (key: string): boolean => key.startsWith('ال') && key.length > 3;
/** Whether a word may be part of a name: no preposition, time or verb. */
const mayName = (key: string): boolean =>
  key.length > 2 && !ENDS_NAME.has(key) && !isArabicVerb(key) && !isDeed(key) && !opensStatement(key);

/** Names of several words by the first of them, as they are looked up. */
export type KnownNames = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly kind: NameFound['kind'] }[]
>;
const NO_NAMES: KnownNames = new Map();

/** Most speakers of one article whose names are looked for elsewhere in it. */
const MOST_KNOWN = 300;

/** The Arabic names of the speakers of an article, to find them where others speak of them. */
export function knownNames(
  speakers: readonly { readonly name: string; readonly kind: string }[],
): KnownNames {
  const names = new Map<string, { words: string[]; kind: NameFound['kind'] }[]>();
  for (const { name, kind } of speakers.slice(0, MOST_KNOWN)) {
    if (kind !== 'person' && kind !== 'organisation') continue;
    const words = wordsOf(shadowOf(name)).map(({ key }) => key);
    const [first] = words;
    if (first === undefined || words.length < 2) continue;
    names.set(first, [...(names.get(first) ?? []), { words, kind }]);
  }
  return names;
}

/** Reads the names in the words of a stretch. */
class NameReader {
  private readonly words: readonly Word[];
  private readonly speakers: KnownNames;

  constructor(words: readonly Word[], speakers: KnownNames) {
    this.words = words;
    this.speakers = speakers;
  }

  private key(at: number): string {
    return this.words[at]?.key ?? '';
  }

  /** Whether word `at` follows the one before it with nothing between. */
  private follows(at: number): boolean {
    return this.words[at]?.joined === true;
  }

  /** Where what belongs to a name behind its first part ends: patronymics, a family name. */
  private familyEnd(from: number): number {
    let at = from;
    while (this.follows(at) && this.follows(at + 1) && at - from < 4) {
      const key = this.key(at);
      if (!PATRONYMICS.has(key) && !KUNYAS.has(key) && key !== 'عبد') break;
      at += 2;
    }
    const key = this.key(at);
    if (!this.follows(at) || !mayName(key)) return at;
    if (isDefinite(key)) return ROLES.has(key) ? at : at + 1;
    if (MAY_BE_JOINED.test(key)) return at;
    // سامي حداد في: without the article only where the name surely ends behind it.
    if (this.ends(at + 1)) return at + 1;
    const next = this.key(at + 1);
    // رجب طيب أردوغان, محمد شياع السوداني.
    const third = isDefinite(next)
      ? this.isAdjective(at + 1)
      : !MAY_BE_JOINED.test(next) && this.ends(at + 2);
    return third && mayName(next) ? at + 2 : at;
  }

  private ends(at: number): boolean {
    const key = this.key(at);
    return !this.follows(at) || ENDS_NAME.has(key) || isArabicVerb(key) || isDeed(key);
  }

  /** أبو عبيدة المصري; -1 where no kunya stands. */
  private kunya(at: number): number {
    const named = KUNYAS.has(this.key(at).replace(CLITIC, ''));
    return named && this.follows(at + 1) && mayName(this.key(at + 1)) ? this.familyEnd(at + 2) : -1;
  }

  /** A given name with a family name (سامي الحلبي), any with a patronymic (طلال بن سعود). */
  private givenName(at: number): number {
    const patronymic = /^بنت?$/.test(this.key(at + 1)) && this.follows(at + 1);
    if (!patronymic && !GIVEN.has(this.key(at).replace(/^[ولب](?=.{4})/, ''))) return -1;
    const end = this.familyEnd(at + 1);
    return end > at + 1 ? end : -1;
  }

  /** The name of somebody who speaks in the article. */
  private known(at: number): { to: number; kind: NameFound['kind'] } | null {
    for (const { words, kind } of this.speakers.get(this.key(at)) ?? []) {
      if (
        words.every(
          (word, place) => this.key(at + place) === word && (place === 0 || this.follows(at + place)),
        )
      )
        return { to: at + words.length, kind };
    }
    return null;
  }

  /** القائد سامي, الوزير السوري سامي: a given name alone behind a title; any other word may be what is done to. */
  private titled(at: number): { from: number; to: number } | null {
    const title = this.key(at).replace(CLITIC, '');
    if (!title.startsWith('ال') || !ROLES.has(title)) return null;
    let from = at + 1;
    while (this.isAdjective(from)) from += 1;
    if (!this.follows(from) || !GIVEN.has(this.key(from))) return null;
    return { from, to: this.familyEnd(from + 1) };
  }

  /** وزارة الصحة السورية, المرصد السوري لحقوق الإنسان, لجنة حقوق الإنسان. */
  private organisation(at: number): number {
    const noun = this.key(at).replace(/^[وفبلك](?=.{4})/, '');
    if (BODIES.has(this.key(at)) || BODIES.has(noun)) return at + 1;
    const known = ORGANISATIONS_AR.has(this.key(at)) || ORGANISATIONS_AR.has(noun);
    if (!known) return -1;
    const definite = noun.startsWith('ال');
    let to = at + 1;
    // What it is of: a definite word, or one more before it (لجنة حقوق الإنسان).
    if (!definite) {
      if (this.isOf(to)) to += 1;
      else if (this.follows(to) && mayName(this.key(to)) && this.isOf(to + 1)) to += 2;
      else return -1;
    }
    while (this.isAdjective(to)) to += 1;
    if (/^لل.{2}/.test(this.key(to)) && this.follows(to)) to += 1;
    else if (/^ل.{3}/.test(this.key(to)) && this.follows(to) && this.isOf(to + 1)) to += 2;
    return to > at + 1 ? to : -1;
  }

  private isOf(at: number): boolean {
    return this.follows(at) && isDefinite(this.key(at)) && mayName(this.key(at));
  }

  private isAdjective(at: number): boolean {
    const key = this.key(at);
    if (!this.follows(at) || NO_ADJECTIVE.has(key) || ROLES.has(key)) return false;
    return ADJECTIVES.has(key) || ADJECTIVE.test(key);
  }

  /** Where a name that begins at a word ends, and whose it is. */
  at(at: number): { from: number; to: number; kind: NameFound['kind'] } | null {
    const known = this.known(at);
    if (known) return { from: at, ...known };
    const named = Math.max(this.kunya(at), this.givenName(at));
    if (named > at) return { from: at, to: named, kind: 'person' };
    const titled = this.titled(at);
    if (titled) return { ...titled, kind: 'person' };
    const body = this.organisation(at);
    return body > at ? { from: at, to: body, kind: 'organisation' } : null;
  }
}

/** How many letters of a name's first word are written onto it: وأبو, لوزارة. */
function cliticLength(word: string, kind: NameFound['kind']): number {
  if (kind === 'person') return /^[وفبلك](?=ابو|ابي|ابا)/.test(word) ? 1 : GIVEN.has(word.slice(1)) ? 1 : 0;
  return ORGANISATIONS_AR.has(word) || BODIES.has(word) ? 0 : 1;
}

/**
 * The proper names of people and organisations in a stretch of a shadow text in Arabic, in order. The
 * script has no capitals to tell them by: kunyas and patronymics, given names with a family name,
 * what stands behind a title, bodies with what they are of. A name alone is none.
 */
export function arabicNamesIn(
  shadow: string,
  { start, end }: Span,
  speakers: KnownNames = NO_NAMES,
): NameFound[] {
  const stretch = shadow.slice(start, end);
  if (!ARABIC.test(stretch)) return [];
  const words = wordsOf(stretch);
  const reader = new NameReader(words, speakers);
  const found: NameFound[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const name = reader.at(at);
    const [first, last] = name ? [words[name.from], words[name.to - 1]] : [];
    if (!name || !first || !last) continue;
    const onto = cliticLength(first.key, name.kind);
    found.push({ span: { start: start + first.start + onto, end: start + last.end }, kind: name.kind });
    at = name.to - 1;
  }
  return found;
}
