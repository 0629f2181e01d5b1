import { defaultReason } from '#core/finding/default-reason.ts';
import type { CaseState } from '#core/model/case-state.ts';
import { isDay } from '#core/model/dates.ts';
import { type Finding, REASONS } from '#core/model/finding.ts';
import type { Refusal } from '#core/ports/command.ts';
import { refuse } from './refuse.ts';
import { orNull } from './text.ts';

/** A finding as a person gives it: a status, the day it speaks for, and what else they say. */
export type DraftFinding = Pick<Finding, 'status' | 'asOf'> & Partial<Omit<Finding, 'warnings'>>;

/** Checks a finding against DESIGN 1 and returns it as it is stored, warnings apart. */
export function tidyFinding(
  state: CaseState,
  claimId: string,
  draft: DraftFinding,
): Omit<Finding, 'warnings'> | Refusal {
  const { status, asOf, confidence = null, saidAsReported = null } = draft;
  const reason = draft.reason ?? defaultReason(state, claimId, status);
  const allowed: readonly string[] = REASONS[status];
  if (!allowed.includes(reason)) return refuse('reason-mismatch', { status, reason });
  const rationale = draft.rationale?.trim() ?? '';
  if (status !== 'unverified' && rationale === '') return refuse('rationale-missing', { status });
  if (status === 'unverified' && confidence !== null) return refuse('confidence-not-for-unverified');
  const reviewBy = orNull(draft.reviewBy);
  for (const day of [asOf, ...(reviewBy === null ? [] : [reviewBy])]) {
    if (!isDay(day)) return refuse('date-bad', { text: day });
  }
  const part = reason === 'in part' ? orNull(draft.part) : null;
  const wouldChange = orNull(draft.wouldChange);
  return { status, reason, part, rationale, asOf, confidence, saidAsReported, wouldChange, reviewBy };
}
