import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendChanges, type Tip } from '#core/journal/append.ts';
import { formatReading, parseReading, tick } from '#core/journal/clock.ts';
import type { Change } from '#core/journal/entry.ts';
import { canonicalJson } from '#core/journal/canonical-json.ts';
import { hashBody, hashHeader } from '#core/journal/hash.ts';
import { countingEntropy } from '../../support/case-world.ts';

const CHANGE: Change = { entity: 'claim', entityId: 'one', op: 'create', patch: { statement: 'a' } };
const FRESH: Tip = { actor: 'anna', seen: {}, prev: null, at: null };

describe('appending to the journal', () => {
  it('numbers, links and groups the entries of one action', () => {
    const { entries, tip } = appendChanges(FRESH, [CHANGE, CHANGE], countingEntropy('x'));
    const [one, two] = entries.map(({ header }) => header);
    if (!one || !two) throw new Error('Two entries were expected.');
    expect([one.seq, two.seq]).toEqual([1, 2]);
    expect([one.prev, two.prev, tip.prev]).toEqual([null, hashHeader(one), hashHeader(two)]);
    expect([one.seen, two.seen, tip.seen]).toEqual([{}, { anna: 1 }, { anna: 2 }]);
    expect(one.batch).toBe(two.batch);
    expect(one.at < two.at).toBe(true);
  });

  it('remembers what it has seen of others and is later than all of it', () => {
    const far = formatReading(9_000_000_000_000, 4);
    const { entries } = appendChanges(
      { ...FRESH, seen: { bilal: 7 }, at: far },
      [CHANGE],
      countingEntropy('x'),
    );
    expect(entries[0]?.header.seen).toEqual({ bilal: 7 });
    expect(entries[0]?.header.at).toBe(formatReading(9_000_000_000_000, 5));
  });

  it('salts every body, so that equal changes have different hashes', () => {
    let salt = 0;
    const random = (length: number) => new Uint8Array(length).fill((salt += 1));
    const { entries } = appendChanges(FRESH, [CHANGE, CHANGE], { ...countingEntropy('x'), random });
    const hashes = entries.map(({ header }) => header.bodyHash);
    expect(new Set(hashes).size).toBe(2);
    expect(entries.map(({ body }) => body && hashBody(body))).toEqual(hashes);
    expect(atob(entries[0]?.body?.salt ?? '')).toHaveLength(32);
  });

  it('shows no name and no free text in headers', () => {
    const secret = { ...CHANGE, patch: { statement: 'Abu Hajar' }, reason: 'Abu Hajar' };
    const { entries } = appendChanges(FRESH, [secret], countingEntropy('x'));
    expect(JSON.stringify(entries.map(({ header }) => header))).not.toContain('Abu Hajar');
  });
});

describe('hashing', () => {
  it('does not depend on the order of keys and writes JSON canonically', () => {
    expect(canonicalJson({ b: 1, a: [1.0, 'é', null] })).toBe('{"a":[1,"é",null],"b":1}');
    expect(() => canonicalJson(undefined)).toThrow('cannot be written');
  });

  it('is SHA-256 of the canonical body in UTF-8', async () => {
    const body = { ...CHANGE, patch: { statement: 'أبو حجر 🛰' }, salt: 'AAAA' };
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(body)));
    expect(hashBody(body)).toBe(Buffer.from(digest).toString('hex'));
  });
});

describe('the clock', () => {
  const reading = fc.record({ wall: fc.nat(2 ** 45), counter: fc.integer({ min: 0, max: 0xffffff }) });

  it('goes on from what it held and from the time, whichever is later; text order is clock order', () => {
    fc.assert(
      fc.property(reading, fc.nat(2 ** 45), ({ wall, counter }, now) => {
        const last = formatReading(wall, counter);
        const next = tick(last, now);
        expect(next > last).toBe(true);
        expect(parseReading(next).wall).toBeGreaterThanOrEqual(Math.max(wall, now));
        expect(next).toHaveLength(last.length);
      }),
    );
  });

  it('refuses what is no reading', () => {
    expect(() => parseReading('yesterday')).toThrow('Not a clock reading');
  });
});
