import { ESCAPES, references } from './escapes.ts';
import { jsonLineWords, jsonWords } from './json.ts';
import { mailReadings } from './mail.ts';
import { isRtf, rtfWords } from './rtf.ts';

const TAG = /<!--[\s\S]*?-->|<[^>]*>/gu;
/** Ways of writing lie one within the other: an escaped script in a page in a mail. */
const MOST_DEEP = 4;
/** What no writer nests, somebody who wants to keep the check busy does. */
const MOST_READINGS = 40;

/** A name may be cut by tags, or two words held apart by nothing else. */
const withoutTags = (text: string): string[] =>
  text.includes('<') ? [references(text.replaceAll(TAG, '')), references(text.replaceAll(TAG, ' '))] : [];

/** What one step of undoing makes of a text; the text itself where there is nothing to undo. */
function undone(text: string): string[] {
  if (isRtf(text)) return [rtfWords(text)];
  return [
    ...ESCAPES.map((undo) => undo(text)),
    ...withoutTags(text),
    // Quotes within a field of a table are doubled (RFC 4180, 2).
    text.replaceAll('""', '"'),
    jsonLineWords(text),
    ...mailReadings(text),
  ];
}

/**
 * The ways in which a text can be read: as it stands, and with everything undone by which its kind
 * writes letters otherwise (JSON by its strings alone). Each once; the text itself is the first.
 */
export function readingsOf(text: string): readonly string[] {
  const readings = new Set<string>();
  let next = [jsonWords(text) ?? text];
  for (let deep = 0; deep <= MOST_DEEP && next.length > 0; deep += 1) {
    const fresh = next.filter((one) => one !== '' && !readings.has(one));
    for (const one of fresh) if (readings.size < MOST_READINGS) readings.add(one);
    next = [...new Set(fresh.flatMap(undone))];
  }
  return [...readings];
}
