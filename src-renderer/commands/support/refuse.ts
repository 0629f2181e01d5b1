import type { Refusal } from '#core/ports/command.ts';

/** Every code a command may refuse with; the window words them under `errors.command.<code>`. */
export const REFUSALS = [
  /** `entity`: what is gone. */
  'not-found',
  /** `ref`: the claim this one was merged into. */
  'claim-merged',
  'statement-empty',
  'anchor-missing',
  'anchor-bad',
  'anchor-exists',
  'last-anchor',
  'split-needs-two',
  'merge-needs-two',
  'rationale-missing',
  'reason-mismatch',
  'confidence-not-for-unverified',
  /** `text`: what was typed. */
  'date-bad',
  'no-conflict',
  'relation-self',
  'relation-exists',
  /** `refs`: the circle, as references. */
  'relation-cycle',
  'title-empty',
  'text-empty',
  /** Holds halves of characters: read it again. */
  'text-broken',
  'url-bad',
  'file-missing',
  'name-empty',
  'name-exists',
  'code-name-missing',
  'code-name-taken',
  'affiliation-cycle',
  /** `uses`: how many places; `refs`: the first few of them. */
  'in-use',
  /** `names`: the two that are marked "not to be confused". */
  'parties-distinct',
  'until-missing',
  'where-empty',
  'nothing-to-import',
  /** `text`: the protected words in a pseudonym or replacement. */
  'stand-in-tells',
  'pseudonym-taken',
  /** `text`: what cannot be looked for. */
  'spelling-short',
  'detail-exists',
  'not-a-link',
  'not-a-picture',
  'mask-outside',
  'translation-circle',
  /** Whoever makes the second read has not seen the finding: they cannot change it. */
  'finding-kept',
  'second-read-nothing',
  'second-read-same-person',
  'second-read-not-asked',
  'second-read-open',
  'why-missing',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** Why a command cannot be done. */
export const refuse = (refused: RefusalCode, detail?: Refusal['detail']): Refusal =>
  detail ? { refused, detail } : { refused };
