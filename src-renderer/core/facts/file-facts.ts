/** What a time in a file stands for. */
export const FACT_TIMES = ['taken', 'digitised', 'changed', 'satellites', 'made', 'saved', 'tagged'] as const;
export type FactTimeKind = (typeof FACT_TIMES)[number];

/** A time as a file states it: anybody could have written it, and a camera's clock may be wrong. */
export type FactTime = {
  readonly what: FactTimeKind;
  /** ISO 8601 without zone, as far as the file says: `2014-10-02T15:04:05`, or a day alone. */
  readonly local: string;
  /** `Z`, `+03:00`; null when the file does not say. */
  readonly zone: string | null;
};

export const FACT_NAMES = [
  'device',
  'lens',
  'serial',
  'software',
  'author',
  'title',
  'dimensions',
  'length',
  'container',
  'tracks',
  'pages',
  'version',
  'caption',
] as const;
export type FactName = (typeof FACT_NAMES)[number];

/** What suggests that a file was changed since it was made, or says so. */
export const TRACES = [
  'saved later',
  'editor',
  'history',
  'derived',
  'synthetic',
  'saved in parts',
  'by converter',
] as const;
export type TraceKind = (typeof TRACES)[number];

/** What a file says of itself. All of it can be forged. */
export type FileFacts = {
  readonly facts: readonly { readonly name: FactName; readonly value: string }[];
  readonly times: readonly FactTime[];
  /** Degrees, north and east positive; null when it names no place. */
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
  /** `value`: the words of the file, if any. */
  readonly traces: readonly { readonly kind: TraceKind; readonly value: string }[];
};

/** Longer values say nothing to a reader, and may be an attack on the page. */
const LONGEST = 400;

/** A value as it can be shown: one line, no control characters, not endless; null for an empty one. */
export function shown(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value)
    .slice(0, LONGEST * 4)
    .replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim();
  return text === '' ? null : text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** A place, or null when the numbers name none. (0, 0) is what devices write that know none. */
export function placeAt(latitude: unknown, longitude: unknown): FileFacts['place'] {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  const named = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
  return named ? { latitude, longitude } : null;
}

/** Programs that change pictures or video, as they name themselves. */
const EDITOR =
  /photoshop|lightroom|gimp|snapseed|picsart|facetune|canva|affinity|pixelmator|paint|capcut|premiere|after effects|final cut|davinci|inshot|kinemaster|photopea|picasa|luminar|remini/iu;
/** Libraries that messengers and sites re-encode video with: the file is not as the camera wrote it. */
const CONVERTER = /^lav[fc]|handbrake|mencoder|gstreamer|libwebm/iu;

/** What the program that wrote a file tells of changes. */
export const tracesOfSoftware = (software: readonly string[]): FileFacts['traces'] =>
  software.flatMap((value): FileFacts['traces'] => {
    if (EDITOR.test(value)) return [{ kind: 'editor', value }];
    return CONVERTER.test(value) ? [{ kind: 'by converter', value }] : [];
  });

/** Whether a file says nothing of itself. */
export const saysNothing = ({ facts, times, place, traces }: FileFacts): boolean =>
  facts.length + times.length + traces.length === 0 && place === null;
