import {
  type FactName,
  type FactTime,
  type FileFacts,
  placeAt,
  shown,
  tracesOfSoftware,
} from './file-facts.ts';
import { momentIn, spanOf } from './moments.ts';

/** A tag as ExifReader gives it; `description` are words for people. */
export type Tag = { readonly value?: unknown; readonly description?: unknown };
/** Groups of tags by name, as ExifReader expands them. */
export type TagGroups = {
  readonly exif?: Readonly<Record<string, Tag | undefined>>;
  readonly xmp?: Readonly<Record<string, Tag | undefined>>;
  readonly iptc?: Readonly<Record<string, Tag | undefined>>;
  readonly gps?: { readonly Latitude?: number; readonly Longitude?: number };
};

const words = (tag: Tag | undefined): string | null => shown(tag?.description ?? tag?.value);
const raw = (tag: Tag | undefined): unknown => {
  const value = tag?.value;
  return Array.isArray(value) ? (value as unknown[])[0] : (value ?? tag?.description);
};

function satellites(exif: NonNullable<TagGroups['exif']>): FactTime | null {
  const day = raw(exif['GPSDateStamp']);
  const parts: unknown = exif['GPSTimeStamp']?.value;
  if (typeof day !== 'string') return null;
  const numbers = (Array.isArray(parts) ? (parts as unknown[]) : []).map((part) =>
    Array.isArray(part) ? Math.floor(Number(part[0]) / Number(part[1])) : Number(part),
  );
  const clock = numbers.map((number) => String(number).padStart(2, '0')).join(':');
  // Satellites tell UTC (CIPA DC-008, GPSDateStamp).
  return momentIn('satellites', /^\d\d:\d\d:\d\d$/.test(clock) ? `${day} ${clock}Z` : `${day}Z`);
}

function timesOf({ exif = {}, xmp = {}, iptc = {} }: TagGroups): FactTime[] {
  const times = [
    momentIn('taken', raw(exif['DateTimeOriginal']), raw(exif['OffsetTimeOriginal'])) ??
      momentIn('taken', raw(xmp['DateTimeOriginal']) ?? raw(xmp['DateCreated'])) ??
      momentIn('taken', words(iptc['Date Created'])),
    momentIn('digitised', raw(exif['DateTimeDigitized']), raw(exif['OffsetTimeDigitized'])),
    satellites(exif),
    momentIn('changed', raw(exif['DateTime']), raw(exif['OffsetTime'])),
    momentIn('made', raw(xmp['CreateDate'])),
    momentIn('saved', raw(xmp['ModifyDate'])),
    momentIn('tagged', raw(xmp['MetadataDate'])),
  ];
  return times.filter((time) => time !== null);
}

/** Whether a later time stands in the file than the one it was taken at, a minute of writing allowed. */
function savedLater(times: readonly FactTime[]): FileFacts['traces'] {
  const taken = times.find(({ what }) => what === 'taken');
  const changed = times.find(({ what }) => what === 'changed' || what === 'saved');
  if (!taken || !changed) return [];
  // Of two clocks without zones the one device's zone falls out.
  const [one, other] = [taken, changed].map((time) => spanOf({ ...time, zone: 'Z' })[0]);
  const zoned = taken.zone !== null && changed.zone !== null;
  const apart = zoned ? spanOf(changed)[0] - spanOf(taken)[1] : (other ?? 0) - (one ?? 0);
  const sameClock = zoned || taken.zone === changed.zone;
  return sameClock && apart > 60_000 ? [{ kind: 'saved later', value: changed.local.replace('T', ' ') }] : [];
}

function tracesOf({ exif = {}, xmp = {} }: TagGroups, times: readonly FactTime[]): FileFacts['traces'] {
  const software = [words(exif['Software']), words(xmp['CreatorTool'])].filter((value) => value !== null);
  const history = words(xmp['History']);
  const derived = xmp['DerivedFrom'] ?? xmp['Ingredients'];
  const source = words(xmp['DigitalSourceType']);
  return [
    ...savedLater(times),
    ...tracesOfSoftware([...new Set(software)]),
    ...(history ? [{ kind: 'history', value: history } as const] : []),
    ...(derived ? [{ kind: 'derived', value: words(derived) ?? '' } as const] : []),
    // IPTC's vocabulary of digital source types.
    ...(source && /algorithmic|composite|synthetic/iu.test(source)
      ? [{ kind: 'synthetic', value: source } as const]
      : []),
  ];
}

/** What the tags of a picture say (Exif, XMP, IPTC). */
export function factsFromExif(tags: TagGroups): FileFacts {
  const { exif = {}, xmp = {}, iptc = {} } = tags;
  const device = [words(exif['Make']), words(exif['Model'])].filter((part) => part !== null).join(' ');
  const given: readonly (readonly [FactName, string | null])[] = [
    ['device', device === '' ? null : device],
    ['lens', words(exif['LensModel'])],
    ['serial', words(exif['BodySerialNumber'])],
    ['software', words(exif['Software']) ?? words(xmp['CreatorTool'])],
    ['author', words(exif['Artist']) ?? words(xmp['creator']) ?? words(iptc['By-line'])],
    ['title', words(xmp['title']) ?? words(iptc['Object Name'])],
    [
      'caption',
      words(exif['ImageDescription']) ?? words(xmp['description']) ?? words(iptc['Caption/Abstract']),
    ],
  ];
  const times = timesOf(tags);
  return {
    facts: given.flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
    times,
    place: placeAt(tags.gps?.Latitude, tags.gps?.Longitude),
    traces: tracesOf(tags, times),
  };
}
