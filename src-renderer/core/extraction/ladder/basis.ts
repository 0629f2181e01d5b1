import type { Basis } from '../../model/ladder.ts';

/** Words that show how somebody knows what they say, as they claim it; read in the words quoted. */
const SIGNS: readonly (readonly [Basis, RegExp])[] = [
  [
    'says saw',
    /\b(?:I|we)(?:'ve| have| had)?(?: also| personally| ourselves| myself)? (?:saw|seen|see|witnessed|watched|observed|filmed|photographed|noticed)\b|رايت|راينا|شاهدت|شاهدنا|شاهدنا|رصدنا|لاحظنا/iu,
  ],
  [
    'took part',
    /\b(?:I|we)(?:'ve| have| had)?(?: also| personally)? (?:took part|fought|carried out|attended|was there|were there|was among|were among|helped|buried|rescued|treated)\b|شاركت|شاركنا|قاتلنا|كنت هناك/iu,
  ],
  [
    'heard',
    /\b(?:I|we)(?:'ve| have| had)?(?: also| seen and)? (?:heard|was told|were told|been told|learned|learnt|read)\b|\bseen and heard\b|سمعت|سمعنا|علمنا|قيل لنا|بلغنا/iu,
  ],
  [
    'holds document',
    /\b(?:I|we)(?:'ve| have| had)?(?: also)? (?:obtained|hold|received|got|acquired|possess)(?: a| the| copies| copy)?[^.]{0,40}\b(?:documents?|copy|copies|letter|list|order|regulation|record|video|photos?)\b|حصلنا علي|حصلت علي|لدينا وثائق|لدينا وثيقه|بحوزتنا/iu,
  ],
  [
    'method unstated',
    /\b(?:I|we)(?:'ve| have| had)?(?: also)? (?:made[- ]sure|confirmed|verified|established|determined|made certain|found out)\b|تاكدت|تاكدنا|تحققنا/iu,
  ],
];

/** Every sign is of the first person; Arabic verbs carry it. */
const FIRST_PERSON =
  /\b(?:I|we)\b|seen and heard|راي[تن]|شاهدت|شاهدنا|رصدنا|لاحظنا|شارك[تن]|قاتلنا|كنت هناك|سمع[تن]|علمنا|قيل لنا|بلغنا|حصل[تن]|لدينا|بحوزتنا|تاكد[تن]|تحققنا/i;

/** What a speaker claims to know it from: every basis that their words show, with the words of the first. */
export function basisIn(
  shadow: string,
  from: number,
  to: number,
): { basis: Basis[]; at: { start: number; end: number } | null } {
  const words = shadow.slice(from, to);
  if (!FIRST_PERSON.test(words)) return { basis: [], at: null };
  const basis: Basis[] = [];
  let at: { start: number; end: number } | null = null;
  for (const [kind, sign] of SIGNS) {
    const found = sign.exec(words);
    if (!found) continue;
    basis.push(kind);
    at ??= { start: from + found.index, end: from + found.index + found[0].length };
  }
  return { basis, at };
}
