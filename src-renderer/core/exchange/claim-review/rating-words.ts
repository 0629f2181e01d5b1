import { REASONS, type Reason, STATUSES, type Status } from '../../model/finding.ts';

export type Verdict = { readonly status: Status; readonly reason: Reason };

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** A finding as a rating's words: "Disputed: sources disagree". */
export const ratingWords = ({ status, reason }: Verdict): string => `${capital(status)}: ${reason}`;

/** The status words and reasons of this program, read from such words. */
const OWN: ReadonlyMap<string, Verdict> = new Map(
  STATUSES.flatMap((status) =>
    REASONS[status].map((reason) => [`${status}: ${reason}`, { status, reason }] as const),
  ),
);

/** Alone, a status stands for its most cautious reason. */
const BARE: ReadonlyMap<string, Verdict> = new Map([
  ['corroborated', { status: 'corroborated', reason: 'in full' }],
  ['disputed', { status: 'disputed', reason: 'sources disagree' }],
  ['unverified', { status: 'unverified', reason: 'insufficient' }],
]);

const COMMON: readonly (readonly [RegExp, Verdict])[] = [
  [/^(true|correct|accurate|verified|صحيح|حقيقي)$/u, { status: 'corroborated', reason: 'in full' }],
  [/^(mostly (true|correct)|partly true|half[ -]true)$/u, { status: 'corroborated', reason: 'in part' }],
  [
    /^(mostly )?(false|incorrect|fake|pants on fire!?|fabricated|خطأ|كاذب|زائف|مفبرك)$/u,
    { status: 'disputed', reason: 'contradicted by evidence' },
  ],
  [/^(disputed|mixture|mixed)$/u, { status: 'disputed', reason: 'sources disagree' }],
  [
    /^(unproven|unsupported|no evidence|unverified|not proven|غير مؤكد)$/u,
    { status: 'unverified', reason: 'insufficient' },
  ],
];

/**
 * What a rating's words may mean here, for a person to confirm, or null when nothing suggests
 * itself. `own`: the words are exactly those this program writes.
 */
export function verdictFor(words: string): { readonly verdict: Verdict; readonly own: boolean } | null {
  const plain = words.trim().toLowerCase();
  const own = OWN.get(plain);
  if (own) return { verdict: own, own: true };
  const bare = BARE.get(plain);
  if (bare) return { verdict: bare, own: false };
  const common = COMMON.find(([pattern]) => pattern.test(plain));
  return common ? { verdict: common[1], own: false } : null;
}
