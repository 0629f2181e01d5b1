import type { Entry } from '../journal/entry.ts';
import type { Json } from '../model/json.ts';
import { findNeedles, type Needle } from './find.ts';

/** A protected spelling in something that is about to leave. */
export type LeakIn = { readonly itemId: string; readonly where: 'history' | 'text' | 'title' };

/** Every text within a value, keys included. */
function* textsIn(value: Json): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const held of value) yield* textsIn(held);
    return;
  }
  for (const [key, held] of Object.entries(value)) {
    yield key;
    yield* textsIn(held);
  }
}

/** What a project file is made of, read as its reader will. */
export type ReadableContent = {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly texts: ReadonlyMap<string, string>;
};

/** The first protected spelling in the content, or null: looked for in every text of every body. */
export function leakIn(
  { title, entries, texts }: ReadableContent,
  needles: readonly Needle[],
): LeakIn | null {
  const hit = (text: string, where: LeakIn['where']): LeakIn | null => {
    const [found] = findNeedles(text, needles);
    return found ? { itemId: found.itemId, where } : null;
  };
  const inTitle = hit(title, 'title');
  if (inTitle) return inTitle;
  for (const text of texts.values()) {
    const found = hit(text, 'text');
    if (found) return found;
  }
  for (const { body } of entries) {
    if (!body) continue;
    for (const text of [...textsIn(body.patch), body.reason ?? '']) {
      const found = hit(text, 'history');
      if (found) return found;
    }
  }
  return null;
}
