import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BlobRef } from '#core/model/evidence.ts';
import type { Vault } from '#main/vault/vault.ts';
import { chainOf, linesOf } from '../../support/project-content.ts';
import { DOCUMENT_ID, INFO, smallCase, TEXT } from '../project-file/support.ts';
import { CASE, makeCase, namesIn, newJobId, PASSPHRASE, someFile } from './support.ts';

const store = (vault: Vault, content: string): Promise<BlobRef> =>
  vault.store({ caseId: CASE, jobId: newJobId(), path: someFile(content) });

async function copy(vault: Vault, named: readonly BlobRef[]): Promise<void> {
  const jobId = newJobId();
  const journal = Buffer.from(linesOf(chainOf(1, smallCase([], 5))));
  await vault.beginSnapshot({
    jobId,
    caseId: CASE,
    info: { ...INFO, caseId: CASE },
    sizes: { journal: journal.length, documents: TEXT.length },
    names: named.map(({ sha256 }) => sha256),
  });
  await vault.saveEntries({ jobId, bytes: journal });
  await vault.saveText({ jobId, id: DOCUMENT_ID, bytes: Buffer.from(TEXT) });
  await vault.endSave({ jobId });
}

/** The case is opened again later: what was sealed before is no longer spared for being new. */
async function openAgain(vault: Vault): Promise<void> {
  await vault.lock(null);
  await vault.unlock({ caseId: CASE, passphrase: PASSPHRASE });
}

describe('files that a copy of the case on this laptop names', () => {
  it('stay as long as the copy does, though the case itself names them no more', async () => {
    const { vault, evidence, nameOf } = await makeCase();
    const [needed, stray] = [await store(vault, 'a photograph'), await store(vault, 'left by a crash')];
    await copy(vault, [needed]);
    await openAgain(vault);
    expect(await vault.sweep({ caseId: CASE, keep: [] })).toEqual({ removed: 1 });
    expect(namesIn(evidence)).toEqual([nameOf(needed)]);
    expect(namesIn(evidence)).not.toContain(nameOf(stray));
    await vault.pruneSnapshots({ caseId: CASE, keep: 0 });
    await vault.sweep({ caseId: CASE, keep: [] });
    expect(namesIn(evidence)).toEqual([]);
  });

  it('stay with the last copy that needs them', async () => {
    const { vault, evidence, folder } = await makeCase();
    const photo = await store(vault, 'a photograph');
    await copy(vault, [photo]);
    await copy(vault, [photo]);
    await vault.pruneSnapshots({ caseId: CASE, keep: 1 });
    expect(namesIn(join(folder, CASE, 'snapshots'))).toHaveLength(2);
    await openAgain(vault);
    await vault.sweep({ caseId: CASE, keep: [] });
    expect(namesIn(evidence)).toHaveLength(1);
  });

  it('are not swept while it cannot be told what a copy needs; what a crash left half-written is', async () => {
    for (const spoil of [(list: string) => rmSync(list), (list: string) => writeFileSync(list, '{}')]) {
      const { vault, evidence, folder, nameOf } = await makeCase();
      const photo = await store(vault, 'a photograph');
      await copy(vault, [photo]);
      const copies = join(folder, CASE, 'snapshots');
      spoil(join(copies, namesIn(copies).find((name) => name.endsWith('.blobs')) ?? ''));
      writeFileSync(join(evidence, '0123456789abcdef.part'), 'half');
      await openAgain(vault);
      await vault.sweep({ caseId: CASE, keep: [] });
      expect(namesIn(evidence)).toEqual([nameOf(photo)]);
    }
  });

  it('are not erased for what an old copy brought back, only what no copy needs', async () => {
    const { vault, evidence, nameOf } = await makeCase();
    const [needed, brought] = [await store(vault, 'a photograph'), await store(vault, 'purged before')];
    await copy(vault, [needed]);
    const sha256s = [needed.sha256, brought.sha256];
    await vault.erase({ caseId: CASE, sha256s, unlessCopied: true });
    expect(namesIn(evidence)).toEqual([nameOf(needed)]);
    await vault.erase({ caseId: CASE, sha256s });
    expect(namesIn(evidence)).toEqual([]);
  });

  it('are told by a list that only the key of the case opens', async () => {
    const { vault, folder, nameOf } = await makeCase();
    const photo = await store(vault, 'a photograph');
    await copy(vault, [photo]);
    const copies = join(folder, CASE, 'snapshots');
    for (const name of namesIn(copies)) {
      const text = readFileSync(join(copies, name), 'latin1');
      for (const told of [photo.sha256, nameOf(photo)]) expect(text).not.toContain(told);
    }
  });
});
