import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CASE, makeCase, newJobId, someFile } from './support.ts';

describe('sealed files that are lost', () => {
  it('are told from those that are here, the folder gone included', async () => {
    const { vault, evidence, nameOf } = await makeCase();
    const store = (content: string) =>
      vault.store({ caseId: CASE, jobId: newJobId(), path: someFile(content) });
    const [here, lost] = [await store('here'), await store('lost')];
    const sha256s = [here.sha256, lost.sha256];
    expect(await vault.missing({ caseId: CASE, sha256s })).toEqual({ sha256s: [] });
    rmSync(join(evidence, nameOf(lost)));
    expect(await vault.missing({ caseId: CASE, sha256s })).toEqual({ sha256s: [lost.sha256] });
    rmSync(evidence, { recursive: true });
    expect(await vault.missing({ caseId: CASE, sha256s })).toEqual({ sha256s });
  });
});
