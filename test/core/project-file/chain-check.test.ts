import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startChainCheck } from '#core/exchange/project-file/chain-check.ts';
import { checkHeads, type ChainHead } from '#core/exchange/project-file/chains-file.ts';
import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { journalLine, parseJournalLine } from '#core/exchange/project-file/journal-line.ts';
import { appendChanges, type Tip } from '#core/journal/append.ts';
import type { Entry, Header } from '#core/journal/entry.ts';
import { hashHeader, sha256Text } from '#core/journal/hash.ts';
import { verifyChains } from '#core/journal/verify-chain.ts';
import { actorId } from '../../support/project-content.ts';

let ids = 0;
const entropy = {
  newId: () => `0190a000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`,
  random: (length: number) => new Uint8Array(length).fill((ids += 1) & 255),
  now: () => 1_760_000_000_000 + (ids += 1),
};

/** People who write in turns; before each turn somebody may take in what the others have. */
function history(turns: readonly { readonly who: number; readonly learns: boolean }[]): Entry[] {
  const tips = new Map<number, Tip>();
  const all: Entry[] = [];
  for (const { who, learns } of turns) {
    let tip = tips.get(who) ?? { actor: actorId(who), seen: {}, prev: null, at: null };
    if (learns) {
      const seen: Record<string, number> = {};
      for (const { header } of all) seen[header.actor] = Math.max(seen[header.actor] ?? 0, header.seq);
      const at =
        all
          .map(({ header }) => header.at)
          .sort()
          .at(-1) ?? null;
      tip = { ...tip, seen, at };
    }
    const change = { entity: 'note', entityId: 'n', op: 'update', patch: { text: `by ${who}` } } as const;
    const written = appendChanges(tip, [change], entropy);
    all.push(...written.entries);
    tips.set(who, written.tip);
  }
  return all.sort((a, b) =>
    a.header.actor === b.header.actor
      ? a.header.seq - b.header.seq
      : a.header.actor < b.header.actor
        ? -1
        : 1,
  );
}

const headsOf = (entries: readonly Entry[]): ChainHead[] => {
  const heads = new Map<string, ChainHead>();
  for (const { header } of entries)
    heads.set(header.actor, { actor: header.actor, seq: header.seq, hash: hashHeader(header) });
  return [...heads.values()];
};

/** The fault that the check for long journals finds, or null. */
function faultOf(entries: readonly Entry[], ends: readonly ChainHead[]): string | null {
  const check = startChainCheck(sha256Text);
  try {
    entries.forEach((entry, at) => check.add(parseJournalLine(journalLine(entry), at + 1)));
    checkHeads(check.end().heads, ends);
    return null;
  } catch (error) {
    if (error instanceof ProjectFileFault) return error.code;
    throw error;
  }
}

const soundByVerifyChains = (entries: readonly Entry[], ends: readonly ChainHead[]): boolean =>
  verifyChains(entries, new Map(ends.map((end) => [end.actor, end]))).length === 0;

const turns = fc.array(fc.record({ who: fc.integer({ min: 1, max: 3 }), learns: fc.boolean() }), {
  minLength: 2,
  maxLength: 12,
});

type Change = (entry: Entry) => Entry;
const withHeader =
  (change: (header: Header) => Partial<Header>): Change =>
  (entry) => ({ ...entry, header: { ...entry.header, ...change(entry.header) } });
const CHANGES: readonly Change[] = [
  withHeader(() => ({ prev: '0'.repeat(64) })),
  withHeader(() => ({ prev: null })),
  withHeader(() => ({ bodyHash: '0'.repeat(64) })),
  withHeader(() => ({ seen: {} })),
  withHeader(({ seen, actor, seq }) => ({ seen: { ...seen, [actor]: seq } })),
  withHeader(({ seen }) => ({ seen: { ...seen, [actorId(9)]: 1 } })),
  withHeader(() => ({ at: '000000000000001-000000' })),
  withHeader(() => ({ batch: actorId(99) })),
  withHeader(({ seq }) => ({ seq: seq + 1 })),
  (entry) => ({ ...entry, body: entry.body && { ...entry.body, entityId: 'other' } }),
];

describe('the check of chains for journals too long to be held', () => {
  it('takes every history that people can write, bodies withheld or not', () => {
    fc.assert(
      fc.property(turns, fc.array(fc.boolean(), { maxLength: 12 }), (given, withheld) => {
        const entries = history(given).map((entry, at) => (withheld[at] ? { ...entry, body: null } : entry));
        expect(faultOf(entries, headsOf(entries))).toBeNull();
        expect(soundByVerifyChains(entries, headsOf(entries))).toBe(true);
      }),
    );
  });

  it('agrees with the check of a held journal about whatever was altered, left out or doubled', () => {
    const alteration = fc.record({
      at: fc.nat(),
      how: fc.integer({ min: -2, max: CHANGES.length - 1 }),
      endsKept: fc.boolean(),
    });
    fc.assert(
      fc.property(turns, alteration, (given, { at, how, endsKept }) => {
        const sound = history(given);
        const place = at % sound.length;
        const entry = sound[place];
        if (!entry) return;
        const change = CHANGES[how];
        const instead = how === -2 ? [] : how === -1 ? [entry, entry] : change ? [change(entry)] : [entry];
        const altered = [...sound.slice(0, place), ...instead, ...sound.slice(place + 1)];
        const ends = headsOf(endsKept ? sound : altered);
        expect(faultOf(altered, ends) === null).toBe(soundByVerifyChains(altered, ends));
      }),
      { numRuns: 1000 },
    );
  });
});
