import {
  copyFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CASE, makeCase, newJobId, someBytes, someFile } from './support.ts';

/** A case with two sealed files of different lengths. */
async function twoFiles() {
  const { vault, folder } = await makeCase();
  const store = (bytes: Uint8Array) =>
    vault.store({ caseId: CASE, jobId: newJobId(), path: someFile(bytes) });
  const blob = await store(someBytes(300_000));
  const other = await store(someBytes(200_000));
  const sealed = join(folder, CASE, 'evidence');
  const [largest = '', second = ''] = readdirSync(sealed)
    .map((name) => join(sealed, name))
    .sort((a, b) => statSync(b).size - statSync(a).size);
  const check = ({ sha256, size } = blob) =>
    vault.check({ caseId: CASE, jobId: newJobId(), sha256, size }).then(({ verdict }) => verdict);
  return { check, other, largest, second };
}

describe('a sealed file hashed again', () => {
  it('is the one that was stored', async () => {
    const { check, other } = await twoFiles();
    expect(await check()).toBe('same');
    expect(await check(other)).toBe('same');
  });

  it('is found altered after one bit, a cut, or another sealed file in its place', async () => {
    const { check, largest, second } = await twoFiles();
    const whole = readFileSync(largest);
    for (const at of [0, 60, whole.length >> 1, whole.length - 1]) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(largest, changed);
      expect(await check(), `byte ${at}`).toBe('altered');
    }
    writeFileSync(largest, whole);
    truncateSync(largest, 70_000);
    expect(await check()).toBe('altered');
    copyFileSync(second, largest);
    expect(await check()).toBe('altered');
  });

  it('is missed when it is gone', async () => {
    const { check, other, largest } = await twoFiles();
    rmSync(largest);
    expect(await check()).toBe('missing');
    expect(await check(other)).toBe('same');
  });
});
