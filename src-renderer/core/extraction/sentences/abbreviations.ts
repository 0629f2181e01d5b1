/** A set of the words of a text, by its white space. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Titles and others that always want a word after them; lower case, without the stop. */
const ALWAYS = words(`
  mr mrs ms messrs mme mlle dr drs prof rev revd fr hon pres sen sens rep reps gov govs supt insp det
  gen lt col maj capt cmdr cpl sgt pvt adm cdr brig st ste mt ft pt e.g i.e eg ie cf vs viz ca approx
  fig figs tab eq eqs sec secs vol vols ch chap art pp par paras ps p.s ed eds trans al nos incl encl
  assoc asst dept univ
`);

/** Those of names, places and dates: the sentence goes on unless what follows can only begin one. */
const OFTEN = words(`
  jr sr inc corp co ltd llc plc bros esq ph.d m.d b.a m.a d.d.s ave blvd rd
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  ala ariz ark calif cal colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
  okla ore pa penn tenn tex va vt wash wis wyo n.y n.j n.c s.c n.d s.d n.m b.c a.d u.s u.k u.n e.u u.s.a
  hrs min mins lbs tel ext est misc
`);

/** Where they stand before a number they never end a sentence. */
const BEFORE_NUMBERS = words('no nr p c n v art ver fl r b d age tel ext op');

/** Times of day: what goes on after them is a zone or a day. */
const OF_TIME = words('a.m p.m am pm');
const AFTER_TIME =
  /^(?:[A-Z]{2,5}$|Eastern|Central|Pacific|Mountain|Greenwich|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)/;

/** Arabic letters that stand for a title or a unit (د. م. أ.), as in the shadow: one form a letter. */
const ARABIC = words('د ا م ص ت ه ق ج ب س ع ر ف ل ن ك ط');

/** Capitalised words that begin sentences far more often than names. */
const STARTERS = words(`
  the a an this that these those there here he she it they we i you his her its their our my your
  in on at by for from with without after before during since until while when where who what why how
  which as if although though because but and or so yet nor however moreover meanwhile nevertheless
  also then thus therefore according about above among another any all both each every few many most
  some several such no not now once one two three only even just still perhaps is are was were do does
  did has have had can could will would should may might must let please yes well oh under over
  despite unlike instead earlier later today yesterday last next first second other others
`);

/** Verbs after which a quotation that ended in ? or ! is still the same sentence: “Why?” Smith asked. */
const SAYING = words(`
  said says asked asks replied replies answered wrote writes added adds told tells shouted cried
  exclaimed whispered declared stated remarked wondered demanded insisted explained continued
`);

/** How much an abbreviation says that the sentence goes on. */
export type Abbreviation = 'always' | 'often' | 'before numbers' | 'of time' | 'none';

/** What the word before a stop is; `word` without its last stop, from the shadow text. */
export function abbreviationOf(word: string): Abbreviation {
  const key = word.toLowerCase();
  if (ALWAYS.has(key) || ARABIC.has(key)) return 'always';
  if (OF_TIME.has(key)) return 'of time';
  if (OFTEN.has(key) || DOTTED.test(word)) return 'often';
  return BEFORE_NUMBERS.has(key) ? 'before numbers' : 'none';
}

/** Letters each with a stop: U.S.G, p.m, J.R.R */
const DOTTED = /^\p{L}(?:\.\p{L}{1,2})+$/u;

/** Whether a word after a time of day still belongs to it: 9 a.m. Monday, 9 p.m. GMT. */
export const goesWithTime = (word: string): boolean => AFTER_TIME.test(word);

/** Whether a capitalised word most likely begins a sentence. */
export const startsSentences = (word: string): boolean => STARTERS.has(word.toLowerCase().replace(/'.*/, ''));

/** Whether the word tells that somebody spoke. */
export const tellsOfSpeech = (word: string): boolean => SAYING.has(word);
