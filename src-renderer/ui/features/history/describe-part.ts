import type { TFunction } from 'i18next';
import type { CaseState } from '#core/model/case-state.ts';
import type { HistoryChange } from '#core/queries/history.ts';
import { fieldsOf, labelInWords } from './item-label.ts';

/** Text of a field, from the change itself or else from the item. */
type Read = (field: string) => string;

const SHORT = 90;
const short = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT).trimEnd()}…` : text);

const reader =
  (state: CaseState, { entity, entityId, patch }: HistoryChange): Read =>
  (field) => {
    const value = patch[field] ?? fieldsOf(state, entity, entityId)[field];
    return typeof value === 'string' ? value : '';
  };

const POINTERS = new Set(['evidenceId', 'claimId', 'from', 'to']);

function assessment(state: CaseState, change: HistoryChange, read: Read, t: TFunction): string {
  const names = {
    evidence: labelInWords(state, 'evidence', read('evidenceId')),
    claim: labelInWords(state, 'claim', read('claimId')),
  };
  if (change.op === 'delete') return t('history.line.unassess', names);
  const { credibility, stance } = change.patch;
  if (typeof credibility === 'number' && stance === undefined)
    return t('history.line.credibility', { ...names, grade: credibility });
  return t('history.line.assess', { ...names, stance: t(`terms.stance.${read('stance')}`) });
}

function check(state: CaseState, change: HistoryChange, read: Read, t: TFunction): string {
  const claim = labelInWords(state, 'claim', read('claimId'));
  if (change.op === 'delete') return t('history.line.uncheck', { claim });
  const result = t(`terms.check.${read('result')}`);
  return t('history.line.check', { claim, where: short(read('where')), result });
}

function relation(state: CaseState, change: HistoryChange, read: Read, t: TFunction): string {
  const words = {
    from: labelInWords(state, 'claim', read('from')),
    to: labelInWords(state, 'claim', read('to')),
    kind: t(`terms.relation.${read('kind')}`),
  };
  return t(change.op === 'delete' ? 'history.line.unrelate' : 'history.line.relate', words);
}

function note(state: CaseState, change: HistoryChange, read: Read, t: TFunction): string {
  const claim = labelInWords(state, 'claim', read('claimId'));
  const kind = t(`terms.noteKind.${read('kind')}`);
  if (change.op === 'delete') return t('history.line.unnote', { claim, kind });
  if (typeof change.patch['answer'] === 'string') return t('history.line.answer', { claim });
  return t('history.line.note', { claim, kind, text: short(read('text')) });
}

function passage(state: CaseState, change: HistoryChange, read: Read, t: TFunction): string {
  const document = labelInWords(state, 'passage', change.entityId);
  if (change.op === 'delete') return t('history.line.unvoice', { document });
  if (change.op === 'update') return t('history.line.voiceChanged', { document });
  return t('history.line.voice', { document, voice: t(`terms.voice.${read('voice')}`) });
}

/** What a change of something that hangs on a claim or an article says; null for all else. */
export function describePart(state: CaseState, change: HistoryChange, t: TFunction): string | null {
  const read = reader(state, change);
  switch (change.entity) {
    case 'assessment':
      return assessment(state, change, read, t);
    case 'check':
      return check(state, change, read, t);
    case 'relation':
      return relation(state, change, read, t);
    case 'note':
      return note(state, change, read, t);
    case 'passage':
      return passage(state, change, read, t);
    default:
      return null;
  }
}

/** Fields of a change that a person may want to read. */
export const readableFields = ({ patch }: HistoryChange): string[] =>
  Object.keys(patch).filter((field) => !POINTERS.has(field));
