import type { Region } from '#core/model/evidence.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { find } from './support/find.ts';
import { refuse } from './support/refuse.ts';

export type MaskEvidence = { readonly evidenceId: string; readonly masks: readonly Region[] };

const inside = ({ x, y, width, height }: Region): boolean =>
  [x, y, width, height].every((part) => Number.isFinite(part) && part >= 0) &&
  width > 0 &&
  height > 0 &&
  // Sums of fractions may end a little over one.
  x + width <= 1 + Number.EPSILON * 4 &&
  y + height <= 1 + Number.EPSILON * 4;

/** Says which parts of a picture exports black out; the original stays as it is. */
export const maskEvidence: Command<MaskEvidence> = (state, { evidenceId, masks }) => {
  const evidence = find(state, 'evidence', evidenceId);
  if ('refused' in evidence) return evidence;
  if (!evidence.file?.mediaType.startsWith('image/')) return refuse('not-a-picture');
  return masks.every(inside) ? update('evidence', evidence, { masks }) : refuse('mask-outside');
};
