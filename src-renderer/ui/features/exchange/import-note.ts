import type { TFunction } from 'i18next';
import type { PlannedClaim } from '#core/exchange/claims/plan-import.ts';

/** What the file said that no field of a claim holds, and where it came from. */
export function importNote(t: TFunction, file: string, claim: PlannedClaim): string {
  const { texts, line, rating, unplaced } = claim;
  const lines = [
    t('exchange.import.note.from', { file, line }),
    texts.ref === '' ? '' : t('exchange.import.note.ref', { ref: texts.ref }),
    rating === '' ? '' : t('exchange.import.note.rating', { rating }),
    claim.finding === null && texts.rationale !== ''
      ? t('exchange.import.note.rationale', { text: texts.rationale })
      : '',
    ...unplaced.map((text) => t('exchange.import.note.quotation', { text })),
    texts.document === '' ? '' : t('exchange.import.note.document', { text: texts.document }),
    texts.documentUrl === '' ? '' : t('exchange.import.note.url', { text: texts.documentUrl }),
    texts.published === '' ? '' : t('exchange.import.note.published', { text: texts.published }),
  ];
  return lines.filter((words) => words !== '').join('\n');
}
