import type { FactTime, FactTimeKind } from './file-facts.ts';

/**
 * The forms files write moments in: Exif (`2014:10:02 15:04:05`, CIPA DC-008), XMP and ISO 8601,
 * PDF (`D:20141002150405+03'00'`, ISO 32000-1, 7.9.4), MediaInfo (`2014-10-02 15:04:05 UTC`).
 */
const MOMENT =
  /^(?:D:)?(\d{4})[:-]?(\d\d)[:-]?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?)?\s*(?:(Z|UTC)|([+-])(\d\d):?'?(\d\d)?'?)?/;

/** A moment a file states; null when the words are none. `zone`: where it is written apart. */
export function momentIn(what: FactTimeKind, value: unknown, zone: unknown = null): FactTime | null {
  if (typeof value !== 'string') return null;
  const words = value.trim().replace(/^UTC\s+(.*)$/, '$1 UTC');
  const [, year, month, day, hour, minute, second = '00', utc, sign, hours, minutes = '00'] =
    MOMENT.exec(words) ?? [];
  if (!year || !month || !day) return null;
  const local = `${year}-${month}-${day}${hour && minute ? `T${hour}:${minute}:${second}` : ''}`;
  // Devices without a clock write zeros; 1904 is the zero of QuickTime.
  if (year < '1905' || Number.isNaN(Date.parse(local.length > 10 ? `${local}Z` : local))) return null;
  const apart = typeof zone === 'string' && /^[+-]\d\d:\d\d$/.test(zone) ? zone : null;
  return { what, local, zone: utc ? 'Z' : sign ? `${sign}${hours}:${minutes}` : apart };
}

/** Milliseconds since 1970 between which the moment lies: a day alone and an unknown zone leave room. */
export function spanOf({ local, zone }: Pick<FactTime, 'local' | 'zone'>): readonly [number, number] {
  const timed = local.includes('T');
  const start = Date.parse(`${timed ? local : `${local}T00:00:00`}${zone ?? 'Z'}`);
  const end = start + (timed ? 0 : DAY - 1);
  // Clocks on Earth stand between UTC-12 and UTC+14.
  return zone === null ? [start - 14 * HOUR, end + 12 * HOUR] : [start, end];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
