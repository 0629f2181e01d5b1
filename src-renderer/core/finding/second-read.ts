import type { CaseState } from '../model/case-state.ts';
import type { Finding } from '../model/finding.ts';
import type { Item } from '../model/item.ts';
import type { SecondRead } from '../model/second-read.ts';

type Reads = readonly SecondRead[];

/**
 * How a claim stands with its second read: `none` was made; every one says what the finding says;
 * a person settled those that do not; or a person has to.
 */
export type SecondReadOutcome = 'none' | 'agree' | 'settled' | 'differ';

/**
 * The second reads of a claim, those among them that people wrote at the same time: one read never
 * takes the place of another, as one finding never does.
 */
export function secondReadsOf(claim: Item<'claim'>): Reads {
  const writes = claim.folded.fields['secondReads'] ?? [];
  if (writes.length < 2) return claim.secondReads;
  const standing = new Map<string, SecondRead>();
  for (const { value } of writes) {
    for (const read of (value ?? []) as Reads) standing.set(JSON.stringify(read), read);
  }
  return [...standing.values()];
}

/** Whether two findings say the same: the status and its reason, whatever the words. */
export const saysTheSame = (
  a: Pick<Finding, 'status' | 'reason'>,
  b: Pick<Finding, 'status' | 'reason'>,
): boolean => a.status === b.status && a.reason === b.reason;

const keyOf = ({ by, finding }: SecondRead): string => JSON.stringify([by, finding]);

/** Whether the finding says what the read says, or what the two were settled as. */
const isAnswered = (finding: Finding, read: SecondRead): boolean =>
  saysTheSame(finding, read.finding) || (read.settled !== null && saysTheSame(finding, read.settled));

/** How the second reads stand to the finding as it is now: a finding that changes opens them again. */
export function secondReadOutcome(claim: Item<'claim'>): SecondReadOutcome {
  const reads = secondReadsOf(claim);
  const { finding } = claim;
  if (reads.length === 0 || finding === null) return 'none';
  const untouched = reads.every(({ settled }) => settled === null);
  if (untouched && reads.every((read) => saysTheSame(finding, read.finding))) return 'agree';
  const answered = new Set(reads.filter((read) => isAnswered(finding, read)).map(keyOf));
  return reads.every((read) => answered.has(keyOf(read))) ? 'settled' : 'differ';
}

/** Whether two actor ids are one person, as far as the case knows: the same id, or one signing key. */
export function isSamePerson(state: Pick<CaseState, 'actor'>, a: string, b: string): boolean {
  if (a === b) return true;
  const key = state.actor.get(a)?.signingKey ?? null;
  return key !== null && key === state.actor.get(b)?.signingKey;
}

/** Whether this person wrote the finding that stands (or one of those that do). */
export const isFirstReader = (
  state: Pick<CaseState, 'actor'>,
  claim: Item<'claim'>,
  actor: string,
): boolean =>
  (claim.folded.fields['finding'] ?? []).some(
    (write) => write.value !== null && isSamePerson(state, write.actor, actor),
  );

/**
 * Whether the finding is kept from this person: the claim waits for a second read, and they did not
 * make the first. As soon as one second read is made, everybody sees both.
 */
export const isKeptFrom = (state: Pick<CaseState, 'actor'>, claim: Item<'claim'>, actor: string): boolean =>
  claim.stage === 'second read' &&
  claim.finding !== null &&
  secondReadsOf(claim).length === 0 &&
  !isFirstReader(state, claim, actor);
