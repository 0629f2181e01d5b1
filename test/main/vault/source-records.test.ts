import { describe, expect, it } from 'vitest';
import { CASE, makeCase } from './support.ts';

const RECORD = { name: 'Layla Haddad', contact: '+49 30 000000', note: 'calls on Fridays' };
const NEW = { caseId: CASE, previous: null, newPassphrase: null, record: RECORD };

async function sealed() {
  const { vault } = await makeCase();
  const first = await vault.sealSource({ ...NEW, passphrase: 'heron at dawn' });
  return { vault, first };
}

describe('sealed records of our sources', () => {
  it('open under their own passphrase and no other, not even under that of the case', async () => {
    const { vault, first } = await sealed();
    expect(JSON.stringify(first)).not.toMatch(/Layla|000000|Fridays/);
    expect(await vault.openSource({ caseId: CASE, sealed: first, passphrase: 'heron at dawn' })).toEqual(
      RECORD,
    );
    for (const passphrase of ['correct horse battery', 'Heron at dawn', ''])
      await expect(vault.openSource({ caseId: CASE, sealed: first, passphrase })).rejects.toMatchObject({
        code: 'wrong-record-passphrase',
      });
  });

  it('tell neither how much is in them nor that two hold the same', async () => {
    const { vault, first } = await sealed();
    const short = { ...NEW, record: { name: 'A', contact: '', note: '' } };
    const other = await vault.sealSource({ ...short, passphrase: 'x' });
    const again = await vault.sealSource({ ...NEW, passphrase: 'heron at dawn' });
    expect(other.box.length).toBe(first.box.length);
    expect([again.box, again.salt, again.nonce]).not.toContain(first.box);
    expect(again.salt).not.toBe(first.salt);
  });

  it('take another passphrase, and other content, only for whoever knows the one they have', async () => {
    const { vault, first } = await sealed();
    const change = { caseId: CASE, previous: first, record: null, newPassphrase: 'another way' };
    await expect(vault.sealSource({ ...change, passphrase: 'wrong' })).rejects.toMatchObject({
      code: 'wrong-record-passphrase',
    });
    const moved = await vault.sealSource({ ...change, passphrase: 'heron at dawn' });
    expect(moved.id).toBe(first.id);
    const open = (passphrase: string) => vault.openSource({ caseId: CASE, sealed: moved, passphrase });
    await expect(open('heron at dawn')).rejects.toMatchObject({ code: 'wrong-record-passphrase' });
    expect(await open('another way')).toEqual(RECORD);
  });

  it('open nowhere once altered, moved under another id, or made too costly to open', async () => {
    const { vault, first } = await sealed();
    const flipped = `${first.box.startsWith('A') ? 'B' : 'A'}${first.box.slice(1)}`;
    const spoilt = [
      { ...first, box: flipped },
      { ...first, id: 'another' },
      { ...first, memlimit: 2 ** 40 },
      { ...first, salt: '' },
    ];
    for (const bad of spoilt)
      await expect(
        vault.openSource({ caseId: CASE, sealed: bad, passphrase: 'heron at dawn' }),
      ).rejects.toMatchObject({ code: 'wrong-record-passphrase' });
  });

  it('need the case to be unlocked, also when it is locked meanwhile', async () => {
    const { vault, first } = await sealed();
    const opening = vault.openSource({ caseId: CASE, sealed: first, passphrase: 'heron at dawn' });
    await vault.lock(null);
    await expect(opening).rejects.toMatchObject({ code: 'locked' });
    await expect(vault.sealSource({ ...NEW, passphrase: 'x' })).rejects.toMatchObject({ code: 'locked' });
  });
});
