import type { Tip } from '#core/journal/append.ts';
import { canonicalJson } from '#core/journal/canonical-json.ts';
import { StorageError } from '#core/ports/case-storage.ts';
import type { CaseDb } from './case-db.ts';
import { readTip } from './read-case.ts';
import type { Sealing } from './sealing.ts';

/** Whether the store stands at this very tip. */
export async function standsAt(db: CaseDb, sealing: Sealing, tip: Tip): Promise<boolean> {
  const none: Tip = { actor: tip.actor, seen: {}, prev: null, at: null };
  return canonicalJson(await readTip(db, sealing, none)) === canonicalJson(tip);
}

/** Nothing may be written over a store that is not as it was left: a browser that met damage starts it anew. */
export async function requireTip(db: CaseDb, sealing: Sealing, expected: Tip): Promise<void> {
  if (await standsAt(db, sealing, expected)) return;
  throw new StorageError('damaged', 'The store is not as it was left.', { detail: { table: 'meta' } });
}
