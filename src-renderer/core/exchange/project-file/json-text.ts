import { canonicalJson } from '../../journal/canonical-json.ts';
import type { Json } from '../../model/json.ts';
import { type FaultCode, ProjectFileFault } from './faults.ts';
import { LIMITS } from './limits.ts';

/** Keys that would reach into the prototypes of records they are copied to. */
const POISON = new Set(['__proto__', 'constructor', 'prototype']);

const isSound = (text: string): boolean => !/\p{Cs}/u.test(text);

/** Why a value may not stand in a project file, or null. Depth is limited before anything recurses further. */
function objection(value: unknown, depth: number): string | null {
  if (depth > LIMITS.depth) return 'nested too deeply';
  if (typeof value === 'string') return isSound(value) ? null : 'half of a character';
  if (typeof value === 'number') {
    return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? null : 'a number too large';
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, held] of Object.entries(value)) {
    if (!Array.isArray(value) && (POISON.has(key) || !isSound(key))) return `a key that may not be: ${key}`;
    const found = objection(held, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Reads JSON from a stranger: nesting, numbers, keys and characters are checked. Throws a fault of
 * `code` at `part`.
 */
export function parseSafeJson(text: string, code: FaultCode, part: string): Json {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProjectFileFault(code, part);
  }
  const found = objection(value, 0);
  if (found !== null) throw new ProjectFileFault(code, `${part}: ${found}`);
  return value;
}

/** Canonical JSON (RFC 8785) with a line break at the end, as every JSON file of the bag is written. */
export const jsonFileText = (value: unknown): string => `${canonicalJson(value)}\n`;
