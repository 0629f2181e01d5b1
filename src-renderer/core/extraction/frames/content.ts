import { phraseRight } from '../phrases/noun-phrase.ts';
import { AUXILIARIES, OBJECT_PRONOUNS, PREPOSITIONS, PRONOUNS, WEEKDAYS } from '../phrases/words.ts';
import type { SpeechVerb } from './verbs.ts';
import type { Token } from '../tokens/token.ts';

const isQuotation = (token: Token | undefined): boolean => token?.kind === 'quotation';

/** Verbs that tell what somebody says by "of": accused them of “…”, spoke of “…”. */
const TAKES_OF = new Set(
  'accuse speak talk complain warn boast remind inform convince assure notify advise hear read think learn write tell'.split(
    ' ',
  ),
);

/** Most words between a verb and the quotation it introduces: "told the paper in an interview on Friday". */
const FAR = 14;

/**
 * The quotation that a verb introduces with nothing of the statement before it: directly, after a
 * colon, a comma, "that", a hearer, a time or a place. -1 where words of the statement stand between.
 */
export function introduced(
  tokens: readonly Token[],
  after: number,
  verb: SpeechVerb | null,
  takesHearer: boolean,
): number {
  let comma = false;
  for (let at = after; at < tokens.length && at - after <= FAR; at += 1) {
    const token = tokens[at];
    if (!token) return -1;
    if (isQuotation(token)) {
      const before = tokens[at - 1];
      const joined =
        at === after ||
        (before?.kind === 'stop' && /^[,:]$/.test(before.key)) ||
        before?.key === 'that' ||
        (before?.key === 'as' && (verb === null || verb.taking === 'call' || verb.taking === 'report')) ||
        (before?.key === 'of' && (verb === null || TAKES_OF.has(verb.lemma))) ||
        before?.key === 'how';
      return joined || takesHearer ? at : -1;
    }
    if (token.kind === 'stop' && token.key === ':') comma = true;
    else if (token.kind === 'stop' && /^[.;?!]$/.test(token.key) && !comma) return -1;
    else if (AUXILIARIES.has(token.key) || (PRONOUNS.has(token.key) && !OBJECT_PRONOUNS.has(token.key)))
      return -1;
    else if (token.key === 'that' && !isQuotation(tokens[at + 1]) && tokens[at + 1]?.key !== ',') return -1;
  }
  return -1;
}

/** Steps over a hearer ("reporters", "the BBC", "his aides") to where what was told begins. */
export function afterHearer(tokens: readonly Token[], after: number): number {
  const first = tokens[after];
  if (!first) return after;
  if (OBJECT_PRONOUNS.has(first.key)) return after + 1;
  for (let at = after; at < Math.min(tokens.length, after + 14); at += 1) {
    if (tokens[at]?.key === 'that' && at > after) return at;
    if (tokens[at]?.key === 'to' && at > after) return at;
    if (isQuotation(tokens[at])) return at;
  }
  return phraseRight(tokens, after)?.to ?? after;
}

const OCCASIONS = new Set(
  'statement interview tweet post speech email e-mail letter filing briefing memo release message blog testimony affidavit conference'.split(
    ' ',
  ),
);

/** Where "a written statement" ends that what was said follows at once: "said in a statement it was …"; -1 where none stands. */
function madeIn(tokens: readonly Token[], from: number): number {
  for (let at = from; at < from + 4; at += 1) {
    if (tokens[at]?.kind !== 'word') return -1;
    if (!OCCASIONS.has(tokens[at]?.key ?? '')) continue;
    const next = tokens[at + 1]?.key ?? '';
    return PRONOUNS.has(next) || /^(?:the|its|their|his|her|there)$/.test(next) ? at + 1 : -1;
  }
  return -1;
}

/** Steps over "on Friday", "in a statement", "Thursday", "later" behind a verb. */
export function afterTime(tokens: readonly Token[], after: number): number {
  let at = after;
  for (let steps = 0; steps < 3; steps += 1) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token) break;
    if (
      WEEKDAYS.has(token.key) ||
      /^(?:today|yesterday|earlier|later|recently|also|again|previously)$/.test(token.key)
    )
      at += 1;
    else if (token.key === 'on' && next && WEEKDAYS.has(next.key)) at += 2;
    else if (PREPOSITIONS.has(token.key) && /^(?:in|during|at|on|via|by|from|through)$/.test(token.key)) {
      const made = madeIn(tokens, at + 1);
      if (made !== -1) {
        at = made;
        continue;
      }
      const phrase = phraseRight(tokens, at + 1);
      if (!phrase || !/^(?:that|:|,)$/.test(tokens[phrase.to]?.key ?? '')) break;
      at = phrase.to;
    } else break;
  }
  return at;
}
