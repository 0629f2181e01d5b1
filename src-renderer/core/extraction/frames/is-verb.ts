import { AUXILIARIES, DETERMINERS, PRONOUNS } from '../phrases/words.ts';
import { isQ, type Sentence } from './sentence.ts';
import { MAYBE_VERB, type SpeechVerb } from './verbs.ts';

/** Whether a form that can be a noun or adjective is a verb here. */
export function isVerb(s: Sentence, at: number, verb: SpeechVerb): boolean {
  const before = s.key(at - 1);
  const next = s.tokens[at + 1];
  // The Huffington Post, Fox News Reports: a name; headlines write Says.
  if (s.tokens[at]?.capital && at > 0 && verb.taking !== 'say' && verb.taking !== 'tell') return false;
  if (DETERMINERS.has(before) && !PRONOUNS.has(before)) return false;
  if (/^(?:of|by|with|his|her|their|its|in|for|from|on|no|'s)$/.test(before) && verb.form !== 'ing')
    return false;
  if (before.endsWith("'s") && !/^(?:he|she|it|who|that)'s$/.test(before) && verb.form !== 'past')
    return false;
  if (
    verb.form === 'base' &&
    !/^(?:to|will|would|can|could|may|might|must|should|did|didn't|do|don't|not|does|doesn't|they|we|i|you|who|also|often|now|then|always|never|still)$/.test(
      before,
    ) &&
    !before.endsWith('s') &&
    !s.tokens[at - 1]?.capital
  )
    return false;
  // "The spot concludes with …": nothing is said there.
  if (next?.key === 'with' && /^(?:conclude|begin)$/.test(verb.lemma)) return false;
  if (!MAYBE_VERB.has(s.key(at))) return true;
  const closes =
    (next === undefined || next.kind === 'stop') &&
    s.tokens.slice(Math.max(0, at - 12), at).some((token) => isQ(token));
  const particle = next?.key === 'out' || (next?.key === 'it' && /^puts?$/.test(s.key(at)));
  return (
    closes ||
    particle ||
    next?.key === 'that' ||
    isQ(next) ||
    next?.key === ':' ||
    (next?.key === ',' && isQ(s.tokens[at + 2])) ||
    hasQuoteAhead(s, at)
  );
}

function hasQuoteAhead(s: Sentence, at: number): boolean {
  const before = s.tokens[at - 1];
  const subjectBefore =
    before?.capital === true || PRONOUNS.has(before?.key ?? '') || AUXILIARIES.has(before?.key ?? '');
  return subjectBefore && s.tokens.slice(at + 1, at + 25).some((token) => isQ(token));
}

/** Whether a verb stands in a tag right beside a quotation: “…,” he said; said Ali, “…”; said: “…”. */
export function isTag(s: Sentence, at: number): boolean {
  const right = s.key(at + 1) === ',' || s.key(at + 1) === ':' ? at + 2 : at + 1;
  if (isQ(s.tokens[right]) && s.tokens[right]?.key !== 'term') return true;
  for (let index = at - 1; index >= Math.max(0, at - 40); index -= 1) {
    const token = s.tokens[index];
    if (token?.kind === 'quotation' && token.key !== 'term')
      return !s.verbs.some((verb) => verb > index && verb < at);
    if (token?.kind === 'stop' && /^[;:]$/.test(token.key)) return false;
  }
  return false;
}
