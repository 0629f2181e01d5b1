import type { CaseState } from '../model/case-state.ts';
import type { Evidence, Region } from '../model/evidence.ts';

/**
 * What is masked of a file, whichever item says so: the same picture attached twice and masked once
 * would leave whole by the other item.
 */
export function masksByFile({
  evidence,
}: Pick<CaseState, 'evidence'>): (item: Evidence) => readonly Region[] {
  const byFile = new Map<string, readonly Region[]>();
  for (const { file, masks } of evidence.values()) {
    if (file && masks.length > 0) byFile.set(file.sha256, [...(byFile.get(file.sha256) ?? []), ...masks]);
  }
  return ({ file, masks }) => (file && byFile.get(file.sha256)) ?? masks;
}
