import { PRIORITIES } from '../model/claim.ts';
import { REASONS, STATUSES } from '../model/finding.ts';
import type { Item } from '../model/item.ts';
import { compareRefs } from '../model/refs.ts';
import { foldText } from '../text/fold.ts';
import { isDue } from './due.ts';
import { NONE } from './indexes.ts';
import type { ClaimFilter, ClaimSort } from './claim-filter.ts';
import type { ClaimRow } from './claim-row.ts';
import { wordsAskedFor } from './narrower.ts';

const haystacks = new WeakMap<Item<'claim'>, string>();

/** Everything written in a claim, folded once. */
function haystackOf(claim: Item<'claim'>): string {
  const held = haystacks.get(claim);
  if (held !== undefined) return held;
  const { ref, statement, original, gloss, reading, tags, anchors, finding } = claim;
  const texts = [ref, statement, original, gloss, reading, finding?.rationale, finding?.part, ...tags];
  for (const { exact } of anchors) texts.push(exact);
  const haystack = foldText(texts.filter(Boolean).join('\n'));
  haystacks.set(claim, haystack);
  return haystack;
}

/** Ahead of the case, what the list itself shows is all there is to find. */
const textOf = (row: ClaimRow): string =>
  row.claim ? haystackOf(row.claim) : foldText(`${row.ref}\n${row.statement}`);

const holds = (row: ClaimRow, words: readonly string[], speakers: ReadonlyMap<string, string>) =>
  words.every((word) => textOf(row).includes(word) || (speakers.get(row.speaker)?.includes(word) ?? false));

/** Speakers are few and claims many: each name is folded once a search. */
function foldSpeakers(rows: readonly ClaimRow[]): ReadonlyMap<string, string> {
  const folded = new Map<string, string>();
  for (const { speaker } of rows) if (!folded.has(speaker)) folded.set(speaker, foldText(speaker));
  return folded;
}

/** Must, not skipped, and nothing decided that still stands. */
export const isUnfinishedMust = (row: ClaimRow): boolean =>
  row.priority === 'must' && row.skipped === null && (!row.decided || row.conflict || row.changed);

const among = <T>(chosen: readonly T[], value: T | null): boolean =>
  chosen.length === 0 || (value !== null && chosen.includes(value));
const anyAmong = (chosen: readonly string[], values: readonly string[]): boolean =>
  chosen.length === 0 || values.some((value) => chosen.includes(value));

function passes(row: ClaimRow, filter: ClaimFilter, today: string): boolean {
  const { claim } = row;
  if (filter.skipped !== 'show' && (filter.skipped === 'only') !== (row.skipped !== null)) return false;
  if (filter.hasEvidence !== null && filter.hasEvidence !== row.hasEvidence) return false;
  if (filter.dependsOnChanged && !row.changed) return false;
  if (filter.conflict && !row.conflict) return false;
  if (filter.due && !isDue(row, today)) return false;
  if (filter.unfinishedMust && !isUnfinishedMust(row)) return false;
  return (
    among(filter.statuses, row.status) &&
    among(filter.reasons, row.reason) &&
    among(filter.priorities, row.priority) &&
    among(filter.stages, row.stage) &&
    among(filter.owners, row.owner ?? '') &&
    among(filter.speakers, row.speakerId) &&
    anyAmong(filter.subjects, claim?.subjects ?? NONE) &&
    anyAmong(filter.tags, claim?.tags ?? NONE) &&
    (filter.documents.length === 0 ||
      (claim?.anchors ?? NONE).some(({ documentId }) => filter.documents.includes(documentId)))
  );
}

/**
 * The rows that pass: within one kind of choice any will do, all kinds together must hold, and
 * every word of the text stands somewhere in the claim or its speaker's name. `today`: what is due by
 * then (ISO 8601 date).
 */
export function filterClaims(rows: readonly ClaimRow[], filter: ClaimFilter, today: string): ClaimRow[] {
  const words = wordsAskedFor(filter.text);
  const speakers = words.length > 0 ? foldSpeakers(rows) : new Map<string, string>();
  return rows.filter((row) => passes(row, filter, today) && holds(row, words, speakers));
}

const REASON_ORDER: ReadonlyMap<string, number> = new Map(
  STATUSES.flatMap((status) => REASONS[status]).map((reason, at) => [reason, at]),
);

const byPosition = (a: ClaimRow, b: ClaimRow) => a.position - b.position || compareRefs(a.ref, b.ref);

const ORDERS: Readonly<Record<ClaimSort, (a: ClaimRow, b: ClaimRow) => number>> = {
  text: byPosition,
  reference: (a, b) => compareRefs(a.ref, b.ref),
  priority: (a, b) => PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) || byPosition(a, b),
  status: (a, b) => (REASON_ORDER.get(a.reason) ?? 0) - (REASON_ORDER.get(b.reason) ?? 0) || byPosition(a, b),
  changed: (a, b) => (a.changedAt < b.changedAt ? 1 : a.changedAt > b.changedAt ? -1 : byPosition(a, b)),
};

/** The rows in another order; `changed` puts the latest first. */
export const sortClaims = (rows: readonly ClaimRow[], sort: ClaimSort): ClaimRow[] =>
  [...rows].sort(ORDERS[sort]);
