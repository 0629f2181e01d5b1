import type { EvidenceRow } from '#core/queries/evidence-rows.ts';
import { foldText } from '#core/text/fold.ts';

/** Groups of evidence that need a look, besides all of it. */
export const EVIDENCE_GROUPS = ['all', 'unplaced', 'unsourced', 'copies'] as const;
export type EvidenceGroup = (typeof EVIDENCE_GROUPS)[number];

const inGroup: Readonly<Record<EvidenceGroup, (row: EvidenceRow) => boolean>> = {
  all: () => true,
  unplaced: ({ bearings, captureOf }) => bearings.length === 0 && captureOf === null,
  unsourced: ({ origin, captureOf }) => origin === null && captureOf === null,
  copies: ({ seemsCopy }) => seemsCopy,
};

/** The rows of a group. */
export const ofGroup = (rows: readonly EvidenceRow[], group: EvidenceGroup): readonly EvidenceRow[] =>
  group === 'all' ? rows : rows.filter(inGroup[group]);

function haystack({ evidence, origin, receivedFrom, bearings }: EvidenceRow): string {
  const { ref, title, description, url, text, file, receipt } = evidence;
  const refs = bearings.map((bearing) => bearing.ref);
  const texts = [ref, title, description, url, text, file?.name, file?.sha256, receipt?.saidToShow, origin];
  return foldText([...texts, receivedFrom, ...refs].filter(Boolean).join('\n'));
}

/** The rows that hold every word somewhere in what is known of them, their hash included. */
export function findEvidence(rows: readonly EvidenceRow[], text: string): readonly EvidenceRow[] {
  const words = foldText(text).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const hay = haystack(row);
    return words.every((word) => hay.includes(word));
  });
}
