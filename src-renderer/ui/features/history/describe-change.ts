import type { TFunction } from 'i18next';
import type { CaseState } from '#core/model/case-state.ts';
import type { Json } from '#core/model/json.ts';
import type { HistoryChange, HistoryStep } from '#core/queries/history.ts';
import { describePart } from './describe-part.ts';
import { labelInWords } from './item-label.ts';

/** More changes than this in one action are counted, not listed. */
const MOST_LINES = 4;

/** A text within a value that holds several. */
function textIn(value: Json | undefined, name: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const held = new Map(Object.entries(value)).get(name);
  return typeof held === 'string' ? held : null;
}

/** The last second read of a claim in words, or how it was settled. */
function aboutSecondReads(label: string, reads: Json, t: TFunction): string {
  const last = Array.isArray(reads) ? reads.at(-1) : undefined;
  if (last === undefined) return t('history.line.secondReadGone', { label });
  const held = typeof last === 'object' && last !== null ? new Map(Object.entries(last)) : new Map();
  const settled: Json = held.get('settled') ?? null;
  const said: Json = settled ?? held.get('finding') ?? null;
  return t(settled === null ? 'history.line.secondRead' : 'history.line.secondReadSettled', {
    label,
    status: t(`terms.status.${textIn(said, 'status')}`),
    reason: t(`terms.reason.${textIn(said, 'reason')}`),
  });
}

/** Stage, owner and second reads of a claim. */
function aboutDeskWork(label: string, patch: HistoryChange['patch'], t: TFunction): string | null {
  const { stage, owner, secondReads } = patch;
  if (secondReads !== undefined) return aboutSecondReads(label, secondReads, t);
  if (Object.keys(patch).length > 1) return null;
  if (typeof stage === 'string') return t('history.line.stage', { label, stage: t(`terms.stage.${stage}`) });
  if (owner === null) return t('history.line.ownedByNobody', { label });
  return typeof owner === 'string' ? t('history.line.owned', { label, owner }) : null;
}

/** What an update of a claim means where a field says more than its name. */
function aboutClaim(state: CaseState, { entityId, patch }: HistoryChange, t: TFunction): string | null {
  const label = labelInWords(state, 'claim', entityId);
  const { finding, skip, mergedInto } = patch;
  const desk = aboutDeskWork(label, patch, t);
  if (desk !== null) return desk;
  if (finding === null) return t('history.line.findingCleared', { label });
  if (finding !== undefined) {
    const status = t(`terms.status.${textIn(finding, 'status')}`);
    return t('history.line.finding', {
      label,
      status,
      reason: t(`terms.reason.${textIn(finding, 'reason')}`),
    });
  }
  if (typeof mergedInto === 'string') {
    return t('history.line.merged', { label, into: labelInWords(state, 'claim', mergedInto) });
  }
  if (skip === null) return t('history.line.unskipped', { label });
  if (skip === undefined) return null;
  return t('history.line.skipped', { label, reason: t(`terms.skip.${textIn(skip, 'reason')}`) });
}

/** One change in words. */
export function describeChange(state: CaseState, change: HistoryChange, t: TFunction): string {
  const { entity, entityId, op, patch, reason } = change;
  const part = describePart(state, change, t);
  if (part !== null) return part;
  const what = t(`history.what.${entity}`);
  const label = labelInWords(state, entity, entityId);
  if (entity === 'purge')
    return t('history.line.purged', { what: t(`terms.purge.${textIn(patch, 'what')}`) });
  if (entity === 'redaction') return t('history.line.redacted');
  if (entity === 'release' && op === 'create') {
    const kind = t(`terms.release.${textIn(patch, 'kind') ?? 'report'}`);
    return t('history.line.released', {
      label,
      kind,
      audience: t(`terms.audience.${textIn(patch, 'audience') ?? 'internal'}`),
    });
  }
  if (op === 'create') return t('history.line.create', { what, label });
  if (op === 'delete') {
    return t(reason === null ? 'history.line.delete' : 'history.line.deleteBecause', { what, label, reason });
  }
  const special = entity === 'claim' ? aboutClaim(state, change, t) : null;
  if (special !== null) return special;
  if (Object.keys(patch).length === 0) return t('history.line.restored', { what, label });
  const fields = Object.keys(patch).map((field) => t(`history.field.${field}`));
  return t('history.line.update', { label: label || what, fields: fields.join(', ') });
}

/** How many of each kind an action touched: "1 article, 38 claims". */
function countKinds(changes: readonly HistoryChange[], t: TFunction): string {
  const counts = new Map<string, number>();
  for (const { entity } of changes) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return [...counts].map(([entity, count]) => t(`history.count.${entity}`, { count })).join(', ');
}

/** One action in words: a line for each change, or what it added in all. */
export function describeStep(state: CaseState, step: HistoryStep, t: TFunction): string[] {
  const { changes, withheld } = step;
  const lines =
    changes.length > MOST_LINES && changes.every(({ op }) => op === 'create')
      ? [t('history.many', { list: countKinds(changes, t) })]
      : changes.slice(0, MOST_LINES).map((change) => describeChange(state, change, t));
  const left = changes.length - MOST_LINES;
  if (left > 0 && lines.length > 1) lines.push(t('history.steps', { count: left }));
  if (withheld > 0) lines.push(t('history.withheld', { count: withheld }));
  return lines;
}
