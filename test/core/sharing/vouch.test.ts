import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#core/journal/entry.ts';
import type { Patch } from '#core/journal/entry.ts';
import { vouchedBytes, vouchedKeys, vouchHolds } from '#core/sharing/vouch.ts';
import { whoSigned } from '#core/sharing/who-signed.ts';

const CASE = 'case-1';
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
function person(fill: number) {
  const seed = new Uint8Array(32).fill(fill);
  const signingKey = base64(ed25519.getPublicKey(seed));
  const vouchFor = (actor: string, caseId = CASE) => ({
    signingKey,
    vouch: base64(ed25519.sign(vouchedBytes(caseId, actor), seed)),
  });
  return { signingKey, vouchFor };
}
const ana = person(1);
const mallory = person(2);

const entry = (actor: string, seq: number, entityId: string, patch: Patch): Entry => ({
  header: { id: `${actor}${seq}`, actor, seq, at: '', batch: '', seen: {}, prev: null, bodyHash: '' },
  body: { entity: 'actor', entityId, op: 'update', patch, salt: '' },
});

describe('a vouch', () => {
  it('holds for its own actor, case and key', () => {
    expect(vouchHolds(CASE, 'ana', ana.vouchFor('ana'))).toBe(true);
    expect(vouchHolds('case-2', 'ana', ana.vouchFor('ana'))).toBe(false);
    expect(vouchHolds(CASE, 'basil', ana.vouchFor('ana'))).toBe(false);
    const { vouch } = ana.vouchFor('ana');
    expect(vouchHolds(CASE, 'ana', { signingKey: mallory.signingKey, vouch })).toBe(false);
    expect(vouchHolds(CASE, 'ana', { signingKey: 'none', vouch: 'none' })).toBe(false);
  });

  it('is found in the history, where an actor wrote it for itself', () => {
    const entries = [
      entry('ana', 1, 'ana', { alias: 'Ana' }),
      entry('ana', 2, 'ana', ana.vouchFor('ana')),
      { ...entry('basil', 1, 'basil', ana.vouchFor('basil')), body: null },
    ];
    expect([...vouchedKeys(CASE, entries)]).toEqual([['ana', ana.signingKey]]);
  });

  it('that somebody else wrote for an actor does not count, though its signature holds', () => {
    const forged = entry('mallory', 1, 'ana', mallory.vouchFor('ana'));
    expect(vouchHolds(CASE, 'ana', mallory.vouchFor('ana'))).toBe(true);
    expect(vouchedKeys(CASE, [forged]).size).toBe(0);
    const both = [entry('ana', 1, 'ana', ana.vouchFor('ana')), forged];
    expect(vouchedKeys(CASE, both).get('ana')).toBe(ana.signingKey);
  });

  it('that an actor cannot have made does not count', () => {
    const { signingKey } = ana.vouchFor('ana');
    const copied = entry('mallory', 1, 'mallory', ana.vouchFor('ana'));
    expect(vouchedKeys(CASE, [copied]).size).toBe(0);
    const { vouch } = mallory.vouchFor('mallory');
    expect(vouchedKeys(CASE, [entry('mallory', 1, 'mallory', { signingKey, vouch })]).size).toBe(0);
  });

  it('stays when its actor writes about somebody else later', () => {
    const own = entry('mallory', 1, 'mallory', mallory.vouchFor('mallory'));
    const other = entry('mallory', 2, 'ana', mallory.vouchFor('ana'));
    expect([...vouchedKeys(CASE, [own, other])]).toEqual([['mallory', mallory.signingKey]]);
  });

  it('is the last word of its actor, in whatever order the entries come', () => {
    const first = entry('ana', 1, 'ana', mallory.vouchFor('ana'));
    const second = entry('ana', 2, 'ana', ana.vouchFor('ana'));
    for (const entries of [
      [first, second],
      [second, first],
    ])
      expect(vouchedKeys(CASE, entries).get('ana')).toBe(ana.signingKey);
    const gone = entry('ana', 3, 'ana', { signingKey: null, vouch: null });
    expect(vouchedKeys(CASE, [first, second, gone]).size).toBe(0);
  });
});

describe('whose signature it is', () => {
  const self = { alias: 'Ana', recipient: 'age1a', signingKey: ana.signingKey };
  const known = { name: 'Mallory', recipient: 'age1m', signingKey: mallory.signingKey, added: '' };

  it('is one’s own, a colleague’s by the name in the list, or nobody’s that is known', () => {
    expect(whoSigned(ana.signingKey, self, [known])).toEqual({ by: 'you' });
    expect(whoSigned(mallory.signingKey, self, [known])).toEqual({ by: 'colleague', name: 'Mallory' });
    expect(whoSigned(mallory.signingKey, null, [])).toEqual({ by: 'unknown' });
    expect(whoSigned('another', self, [{ ...known, signingKey: null }])).toEqual({ by: 'unknown' });
  });
});
