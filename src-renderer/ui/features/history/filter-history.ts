import type { HistoryStep } from '#core/queries/history.ts';

/** A line of the history: the head of a day, or one action. */
export type HistoryLine =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'step'; readonly key: string; readonly step: HistoryStep };

const pointsTo = (patch: HistoryStep['changes'][number]['patch'], id: string): boolean =>
  Object.values(patch).some((value) => value === id || (Array.isArray(value) && value.includes(id)));

/** Whether an action touched this item, or made something that names it. */
export const isAbout = ({ changes }: HistoryStep, itemId: string): boolean =>
  changes.some(({ entityId, patch }) => entityId === itemId || pointsTo(patch, itemId));

const dayOf = (at: number): string => {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
};

/** The actions as lines under their days, the latest first. */
export function byDay(steps: readonly HistoryStep[]): HistoryLine[] {
  const lines: HistoryLine[] = [];
  let day = '';
  for (const step of steps.toReversed()) {
    const today = dayOf(step.at);
    if (today !== day) lines.push({ kind: 'day', key: `day-${today}-${step.batch}`, at: step.at });
    day = today;
    lines.push({ kind: 'step', key: step.batch, step });
  }
  return lines;
}
