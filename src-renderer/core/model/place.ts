import type { Locator } from './claim-parts.ts';
import type { Region } from './evidence.ts';

/** A place in an evidence item that a viewer can go to. */
export type Place =
  | { readonly kind: 'page'; readonly page: number }
  /** Seconds from the start. */
  | { readonly kind: 'time'; readonly seconds: number }
  /** `page`: of a document, null for a picture. */
  | { readonly kind: 'region'; readonly page: number | null; readonly region: Region }
  | { readonly kind: 'text'; readonly words: string };

const PAGE = /^(?:p{1,2}\.?\s*)?(\d{1,6})(?:[-–]\d+)?$/i;
const TIME = /^(?:(\d+):)?(\d+):(\d{1,2}(?:\.\d+)?)/;
const REGION = /^(?:p{1,2}\.?\s*(\d{1,6})\s*:\s*)?([\d.]+)%?,\s*([\d.]+)%?,\s*([\d.]+)%?,\s*([\d.]+)%?$/i;

/** A share of a side in per cent, to the tenth. */
const percent = (part: number): string => `${Math.round(part * 1000) / 10}%`;

const two = (value: number): string => String(value).padStart(2, '0');

/** A time code: minutes and seconds to the tenth, hours where there are any. */
export function timeCode(seconds: number): string {
  const tenths = Math.max(0, Math.round(seconds * 10));
  const [whole, rest] = [Math.floor(tenths / 10), tenths % 10];
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const tail = `${two(whole % 60)}${rest > 0 ? `.${rest}` : ''}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`;
}

/** The place in the words a locator keeps. */
export function locatorFor(place: Place): Locator {
  if (place.kind === 'page') return { kind: 'page', value: `p. ${place.page}` };
  if (place.kind === 'time') return { kind: 'time', value: timeCode(place.seconds) };
  if (place.kind === 'text') return { kind: 'text', value: place.words };
  const { x, y, width, height } = place.region;
  const value = [x, y, width, height].map(percent).join(',');
  return { kind: 'region', value: place.page === null ? value : `p. ${place.page}: ${value}` };
}

function regionIn(value: string): Place | null {
  const [, page, ...numbers] = REGION.exec(value) ?? [];
  const [x, y, width, height] = numbers.map((number) => Number(number) / 100);
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  if (width <= 0 || height <= 0 || x + width > 1.001 || y + height > 1.001) return null;
  return { kind: 'region', page: page === undefined ? null : Number(page), region: { x, y, width, height } };
}

function timeIn(value: string): Place | null {
  const [, hours = '0', minutes, seconds] = TIME.exec(value) ?? [];
  if (minutes === undefined || seconds === undefined) return null;
  return { kind: 'time', seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) };
}

/** Where a locator leads; null for words of a page, a time or a region that say no such place. */
export function placeOf({ kind, value }: Locator): Place | null {
  if (kind === 'text') return { kind, words: value };
  if (kind === 'time') return timeIn(value.trim());
  if (kind === 'region') return regionIn(value.trim());
  const page = Number(PAGE.exec(value.trim())?.[1] ?? 0);
  return page > 0 ? { kind: 'page', page } : null;
}
