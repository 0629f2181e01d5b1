import type { Tip } from '#core/journal/append.ts';
import { canonicalJson } from '#core/journal/canonical-json.ts';
import { type KeptList, StorageError } from '#core/ports/case-storage.ts';
import type { CaseDb, IdRecord } from './case-db.ts';
import { LIST } from './record-keys.ts';
import { requireStrict } from './require-strict.ts';
import { requireTip } from './require-tip.ts';
import type { Sealing } from './sealing.ts';
import { storageFailure } from './storage-failure.ts';

/** A list with the moment of the case it is of. */
type Listed = { readonly tip: Tip; readonly list: KeptList };

/** The list of the case as it stands at `now`; one that does not open is as good as none. */
export function openKeptList(sealing: Sealing, record: IdRecord | undefined, now: Tip): KeptList | null {
  if (!record) return null;
  try {
    const { tip, list } = sealing.openJson<Listed>('meta', LIST, record.sealed);
    return canonicalJson(tip) === canonicalJson(now) ? list : null;
  } catch (error) {
    if (!(error instanceof StorageError) || error.code !== 'damaged') throw error;
    console.warn('The kept list could not be opened.', error);
    return null;
  }
}

/** Keeps a list of the case as it stands at `tip`. */
export async function writeKeptList(db: CaseDb, sealing: Sealing, tip: Tip, list: KeptList): Promise<void> {
  const sealed = sealing.sealJson('meta', LIST, { tip, list } satisfies Listed);
  let native: IDBTransaction | null = null;
  const transacted = db.transaction('rw', db.meta, async () => {
    native = requireStrict();
    await requireTip(db, sealing, tip);
    await db.meta.put({ id: LIST, sealed });
  });
  try {
    await transacted;
  } catch (error) {
    throw storageFailure(error, native);
  }
}
