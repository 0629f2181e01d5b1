import type { FoldedItem } from '#core/journal/folded.ts';
import type { CaseState } from '#core/model/case-state.ts';

function hashesOf({ fields }: FoldedItem): string[] {
  return (fields['file'] ?? []).flatMap(({ value }) =>
    typeof value === 'object' && value !== null && 'sha256' in value && typeof value.sha256 === 'string'
      ? [value.sha256]
      : [],
  );
}

/**
 * SHA-256 of every sealed file the case may still need: those of deleted items too, since undo brings them
 * back, and every side of a conflict.
 */
export function blobsInUse(state: CaseState): string[] {
  const folded = [
    ...[...state.evidence.values()].map((item) => item.folded),
    ...[...state.deleted.values()].filter(({ entity }) => entity === 'evidence'),
  ];
  return [...new Set(folded.flatMap(hashesOf))];
}
