import { AUXILIARIES, DETERMINERS, PRONOUNS } from '../phrases/words.ts';
import { phraseLeft } from '../phrases/noun-phrase.ts';
import { isQ, type Sentence } from './sentence.ts';
import { MAYBE_VERB, type SpeechVerb } from './verbs.ts';

/** "A man called Pike", "a broker called “Abu Yazan”": what somebody goes by, nobody's words. */
function isByName(s: Sentence, at: number): boolean {
  const next = s.tokens[at + 1];
  if (!/^(?:called|named|dubbed|nicknamed)$/.test(s.key(at))) return false;
  if (!next || (!next.capital && next.key !== 'term')) return false;
  const phrase = phraseLeft(s.tokens, at, Math.max(0, at - 4));
  return s.tokens.slice(phrase?.from ?? at, at).some(({ key }) => /^(?:a|an|another|one|someone)$/.test(key));
}

/** "Residents of the estate say they …": the subject of many stands further left. */
const saysOf = (s: Sentence, at: number): boolean =>
  s.key(at) === 'say' &&
  /^(?:that|they|he|she|it|we|there|the|a|an|this|these|those|his|her|their|its)$/.test(s.key(at + 1)) &&
  s.tokens
    .slice(Math.max(0, at - 8), at)
    .some(({ kind, key }) => kind === 'word' && key.length > 3 && key.endsWith('s'));

/** Whether a form that can be a noun or adjective is a verb here. */
export function isVerb(s: Sentence, at: number, verb: SpeechVerb): boolean {
  const before = s.key(at - 1);
  const next = s.tokens[at + 1];
  // The Huffington Post, Fox News Reports: a name; headlines write Says.
  if (s.tokens[at]?.capital && at > 0 && verb.taking !== 'say' && verb.taking !== 'tell') return false;
  // "It is worth mentioning that": the article itself says it.
  if (before === 'worth') return false;
  if (isByName(s, at)) return false;
  if (DETERMINERS.has(before) && !PRONOUNS.has(before)) return false;
  if (
    /^(?:of|by|with|his|her|their|its|in|into|over|about|against|amid|despite|for|from|on|no|'s)$/.test(
      before,
    ) &&
    verb.form !== 'ing'
  )
    return false;
  if (before.endsWith("'s") && !/^(?:he|she|it|who|that)'s$/.test(before) && verb.form !== 'past')
    return false;
  if (
    verb.form === 'base' &&
    !/^(?:to|will|would|can|could|may|might|must|should|did|didn't|do|don't|not|does|doesn't|they|we|i|you|who|also|often|now|then|always|never|still)$/.test(
      before,
    ) &&
    !before.endsWith('s') &&
    !saysOf(s, at) &&
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
