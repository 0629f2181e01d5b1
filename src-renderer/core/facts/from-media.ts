import {
  type FactName,
  type FactTime,
  type FileFacts,
  placeAt,
  shown,
  tracesOfSoftware,
} from './file-facts.ts';
import { momentIn } from './moments.ts';

/** A track as MediaInfo describes it: names of its own to texts and numbers. */
export type MediaTrack = Readonly<Record<string, unknown>>;

/** ISO 6709 as phones write it (`+35.3359+040.1408+210.0/`), and as MediaInfo puts it for people. */
const SIGNED = /^([+-]\d{1,2}(?:\.\d+)?)([+-]\d{1,3}(?:\.\d+)?)/;
const LETTERED = /^(\d{1,2}(?:\.\d+)?)°([NS])\s*(\d{1,3}(?:\.\d+)?)°([EW])/;

function placeIn(words: string): FileFacts['place'] {
  const [, north, east] = SIGNED.exec(words) ?? [];
  if (north && east) return placeAt(Number(north), Number(east));
  const [, latitude, half, longitude, side] = LETTERED.exec(words) ?? [];
  if (!latitude || !longitude) return null;
  return placeAt(
    half === 'S' ? -Number(latitude) : Number(latitude),
    side === 'W' ? -Number(longitude) : Number(longitude),
  );
}

function find(value: unknown, name: RegExp, depth = 0): string | null {
  if (typeof value !== 'object' || value === null || depth > 2) return null;
  for (const [key, held] of Object.entries(value)) {
    if (name.test(key) && typeof held === 'string') return held;
    const within = find(held, name, depth + 1);
    if (within !== null) return within;
  }
  return null;
}

function lengthOf(seconds: unknown): string | null {
  const whole = Math.round(Number(seconds));
  if (!Number.isFinite(whole) || whole <= 0) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

const describe = (track: MediaTrack): string =>
  [track['@type'], track['Format'], track['CodecID'], track['Language']]
    .map(shown)
    .filter((part) => part !== null)
    .join(' · ');

/** What the container of a video or sound file says. */
export function factsFromMedia(tracks: readonly MediaTrack[]): FileFacts {
  const general = tracks.find((track) => track['@type'] === 'General') ?? {};
  const video = tracks.find((track) => track['@type'] === 'Video');
  const streams = tracks.filter((track) => track['@type'] !== 'General').slice(0, 12);
  const device = [find(general, /make$/i), find(general, /model$|^Encoded_Hardware_(Name|Model)$/i)].filter(
    (part) => part !== null,
  );
  const software = shown(general['Encoded_Application']) ?? shown(general['Encoded_Library']);
  const size = video && shown(video['Width']) && `${shown(video['Width'])} × ${shown(video['Height'])}`;
  const given: readonly (readonly [FactName, string | null | undefined])[] = [
    ['device', shown(device.join(' '))],
    ['software', software],
    ['author', shown(general['Performer'])],
    ['title', shown(general['Title'] ?? general['Movie'])],
    ['dimensions', size],
    ['length', lengthOf(general['Duration'])],
    ['container', shown(general['Format'])],
    ['tracks', streams.length > 0 ? streams.map(describe).join(', ') : null],
    ['caption', shown(general['Comment'] ?? general['Description'])],
  ];
  const times: (FactTime | null)[] = [
    momentIn('taken', find(general, /^com_apple_quicktime_creationdate$|^Recorded_Date$/i)),
    momentIn('made', general['Encoded_Date']),
    momentIn('saved', general['Tagged_Date']),
  ];
  return {
    facts: given.flatMap(([name, value]) => (value ? [{ name, value }] : [])),
    times: times.filter((time) => time !== null),
    place: placeIn(find(general, /^Recorded_Location$|location_ISO6709|^xyz$/i) ?? ''),
    traces: tracesOfSoftware(software === null ? [] : [software]),
  };
}
