import type { Check } from '#core/model/claim-parts.ts';
import { isDay } from '#core/model/dates.ts';
import type { Refusal } from '#core/ports/command.ts';
import { refuse } from './refuse.ts';
import { tidy } from './text.ts';

/** Checks a "what was tried" as it would stand and returns it as it is stored. */
export function tidyCheck(given: Check): Check | Refusal {
  const check = { ...tidy(given, ['words', 'by', 'until', 'next']), where: given.where.trim() };
  if (check.where === '') return refuse('where-empty');
  const waiting = check.result === 'waiting until';
  if (waiting && check.until === null) return refuse('until-missing');
  for (const day of [check.when, ...(check.until === null ? [] : [check.until])]) {
    if (!isDay(day)) return refuse('date-bad', { text: day });
  }
  return waiting ? check : { ...check, until: null };
}
