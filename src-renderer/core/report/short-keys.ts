import type { ReportModel } from './report-model.ts';

/**
 * The model with its keys numbered in the order they come up. Ids of the case must not leave with a
 * report: they hold the time each item was made, tell two reports of one case apart from all others,
 * and would make two reports of the same input differ.
 */
export function withShortKeys(model: ReportModel): ReportModel {
  const numbers = new Map<string, string>();
  const numberOf = (id: string): string => {
    const held = numbers.get(id);
    if (held !== undefined) return held;
    const number = String(numbers.size + 1);
    numbers.set(id, number);
    return number;
  };
  const text = JSON.stringify(model, (name, value: unknown) =>
    name === 'key' && typeof value === 'string' && value !== '' ? numberOf(value) : value,
  );
  return JSON.parse(text) as ReportModel;
}
