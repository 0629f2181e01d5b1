/**
 * Hybrid logical clock (Kulkarni et al. 2014): wall clock in milliseconds plus a counter,
 * written so that text order is clock order: 15 digits, a dash, 6 hex digits.
 */
export type ClockReading = string;

const COUNTER_MAX = 0xffffff;

/** Splits a reading into wall milliseconds and counter. Throws on text that is no reading. */
export function parseReading(at: ClockReading): { wall: number; counter: number } {
  const match = /^(\d{15})-([0-9a-f]{6})$/.exec(at);
  if (!match?.[1] || !match[2]) throw new Error(`Not a clock reading: ${at}`);
  return { wall: Number(match[1]), counter: Number.parseInt(match[2], 16) };
}

/** Writes a reading as text. */
export function formatReading(wall: number, counter: number): ClockReading {
  return `${String(wall).padStart(15, '0')}-${counter.toString(16).padStart(6, '0')}`;
}

/** The next reading: later than `last` (the latest one held, null for none) and than `now` (ms). */
export function tick(last: ClockReading | null, now: number): ClockReading {
  if (last === null) return formatReading(now, 0);
  const { wall, counter } = parseReading(last);
  if (now > wall) return formatReading(now, 0);
  return counter < COUNTER_MAX ? formatReading(wall, counter + 1) : formatReading(wall + 1, 0);
}
