import { isJsonLdField, isJsonLdTerm, isKnownJsonLd } from '#core/exchange/json-ld-words.ts';

/**
 * Every string within a JSON value, names of fields included. `linked`: of JSON-LD, whose own fields
 * and types say nothing: an alias may be one of those words.
 */
function* stringsIn(value: unknown, linked: boolean): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const held of value) yield* stringsIn(held, linked);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, held] of Object.entries(value)) {
      if (!(linked && isJsonLdField(key))) yield key;
      if (!(linked && isJsonLdTerm(key, held))) yield* stringsIn(held, linked);
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const mayBeJson = (text: string): boolean => /^\s*[[{"]/u.test(text);

/** What a text of one JSON value says, its strings a line each; null when it is none. */
export function jsonWords(text: string): string | null {
  const value = mayBeJson(text) ? parsed(text) : undefined;
  return value === undefined ? null : [...stringsIn(value, isKnownJsonLd(value))].join('\n');
}

/** What the lines of a text say that are JSON values of their own (JSON Lines), a line each string. */
export function jsonLineWords(text: string): string {
  const said = text.split('\n').map((line) => (mayBeJson(line) ? jsonWords(line) : null));
  return said.filter((words) => words !== null).join('\n');
}
