import type { Span } from '../../anchoring/paragraphs.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Last words of what is a place or a building and nobody. */
const PLACE_ENDS = set(
  'city island islands county river lake mountain mountains street avenue road square bridge airport station valley coast sea ocean bay beach park hall stadium mosque cathedral asia africa europe america east west north south province district region governorate peninsula desert gulf strait hotel tower towers building prison camp hospital castle palace border line highway port',
);
/** First words of a part of a country or continent. */
const PLACE_STARTS = set(
  'north south east west northern southern eastern western central upper lower mount lake port fort cape san santa saint st los las',
);

/** Words in the names of things: events, laws, prizes, works. */
const THINGS = set(
  'shuttle program programme cup award awards prize act bill olympics games championship championships competition challenge festival fair series protocol treaty agreement accord accords image memorial war battle revolution day night week plan initiative project model edition version system',
);

/** Whether a name of several words is an event, a law or another thing that nobody is: the Geneva Accords. */
export function isThing(name: string): boolean {
  const all = name.toLowerCase().split(' ');
  return all.length > 1 && all.some((word) => THINGS.has(word));
}

/**
 * Whether a name of several words is a place by its own words or by what stands before it (in Silver
 * Creek). `name`: as in the shadow text, at `span`.
 */
export function isPlaceLike(shadow: string, { start, end }: Span): boolean {
  const name = shadow.slice(start, end);
  const all = name.toLowerCase().split(' ');
  if (all.length < 2) return false;
  if (PLACE_ENDS.has(all.at(-1) ?? '')) return true;
  if (PLACE_STARTS.has(all[0]?.replace('.', '') ?? '') && all.length === 2) return true;
  const before = shadow.slice(Math.max(0, start - 6), start);
  return /(?:^|[^\p{L}])(?:in|In|near|across) $/u.test(before) && !shadow.startsWith("'s", end);
}
