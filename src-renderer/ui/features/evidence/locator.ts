import type { Locator } from '#core/model/claim-parts.ts';

const TIME = /^\d+:\d/;
const PAGE = /^(p{1,2}\.?\s*)?\d+([-–]\d+)?$/i;
const REGION = /^(p{1,2}\.?\s*\d+\s*:\s*)?\d+(\.\d+)?%?\s*,\s*\d+/i;

/** What kind of place the words name: a page, a time code, a region of the picture, or words. */
export function locatorOf(typed: string | null): Locator | null {
  const value = typed?.trim() ?? '';
  if (value === '') return null;
  if (TIME.test(value)) return { kind: 'time', value };
  if (PAGE.test(value)) return { kind: 'page', value };
  return { kind: REGION.test(value) ? 'region' : 'text', value };
}
