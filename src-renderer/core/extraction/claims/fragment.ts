import { AUXILIARIES, VERBS } from '../phrases/words.ts';
import { tokenise } from '../tokens/tokenise.ts';
import type { Span } from '../../anchoring/paragraphs.ts';

const ARABIC = /[\u0621-\u064a]/;
/** What leads to the thing asked for, spoken of or accused: called | for an inquiry. */
const LEADS = /^(?:to|of|for|with|by|against|as|about)$/;

/**
 * Whether words that somebody is reported to have said state nothing by themselves, having no verb: “for an
 * inquiry”, “the effect at 30 percent”. English alone: Arabic reports whole clauses.
 */
export function isFragment(shadow: string, { start, end }: Span): boolean {
  if (ARABIC.test(shadow.slice(start, end))) return false;
  const words = tokenise(shadow, start, end).filter(({ kind }) => kind === 'word');
  const first = words[0]?.key ?? '';
  if (first === 'that') return false;
  if (LEADS.test(first)) return true;
  return !words.some(
    ({ key, capital }, at) =>
      AUXILIARIES.has(key) || (!capital && (VERBS.has(key) || (at > 0 && /[a-z]{2}ed$/.test(key)))),
  );
}
