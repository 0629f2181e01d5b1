import type { Entry, Header } from './entry.ts';
import { hashBody, hashHeader } from './hash.ts';

/** The end of a chain as somebody vouches for it: it shows when the last entries are missing. */
export type ChainEnd = { readonly seq: number; readonly hash: string };

/** Where a chain stops being what its author wrote. */
export type ChainFault = {
  readonly actor: string;
  readonly seq: number;
  readonly fault:
    | 'missing'
    | 'twice'
    /** The header is not the one its successor names, or names a wrong predecessor. */
    | 'header-altered'
    | 'body-altered'
    /** It claims to have seen what came after it, or not to have seen what came before. */
    | 'order-altered';
};

type Chain = { readonly actor: string; readonly entries: readonly Entry[]; readonly end: ChainEnd | null };

/** Whether `next` (or the vouched-for end) follows `header`. */
const followedBy = (header: Header, next: Header | undefined, end: ChainEnd | null): boolean =>
  next
    ? next.prev === hashHeader(header)
    : end === null || end.seq !== header.seq || end.hash === hashHeader(header);

function misplaced({ actor, entries, end }: Chain): ChainFault | null {
  for (const [at, { header }] of entries.entries()) {
    if (header.seq === at) return { actor, seq: at, fault: 'twice' };
    if (header.seq !== at + 1) return { actor, seq: at + 1, fault: 'missing' };
  }
  if (end === null || end.seq <= entries.length) return null;
  return { actor, seq: entries.length + 1, fault: 'missing' };
}

/** The sequence number at the first link that does not hold, or null. */
function brokenLink({ entries, end }: Chain): number | null {
  if (entries[0] && entries[0].header.prev !== null) return 1;
  for (const [at, { header }] of entries.entries()) {
    const next = entries[at + 1]?.header;
    if (followedBy(header, next, end)) continue;
    // A changed `prev` breaks the link before and the link after its entry; anything else in a
    // header breaks only the one after.
    const after = next && !followedBy(next, entries[at + 2]?.header, end);
    return after ? header.seq + 1 : header.seq;
  }
  return null;
}

function alteredBody({ entries }: Chain): number | null {
  return entries.find(({ header, body }) => body && hashBody(body) !== header.bodyHash)?.header.seq ?? null;
}

function outOfOrder({ actor, entries }: Chain): number | null {
  const bad = entries.find(({ header }, at) => {
    const before = entries[at - 1]?.header;
    if ((header.seen[actor] ?? 0) !== header.seq - 1) return true;
    if (!before) return false;
    const forgets = Object.entries(before.seen).some(([other, seq]) => (header.seen[other] ?? 0) < seq);
    return forgets || header.at <= before.at;
  });
  return bad?.header.seq ?? null;
}

function faultIn(chain: Chain): ChainFault | null {
  const { actor } = chain;
  const gap = misplaced(chain);
  const held = gap ? { ...chain, entries: chain.entries.slice(0, gap.seq - 1), end: null } : chain;
  const found = (
    [
      [brokenLink(held), 'header-altered'],
      [alteredBody(held), 'body-altered'],
      [outOfOrder(held), 'order-altered'],
    ] as const
  ).flatMap(([seq, fault]) => (seq === null ? [] : [{ actor, seq, fault }]));
  const [first = gap] = found.sort((a, b) => a.seq - b.seq);
  return first;
}

/** An entry that another chain's author had seen and that is not here. */
function unseenGap(chains: ReadonlyMap<string, readonly Entry[]>): ChainFault | null {
  for (const entries of chains.values()) {
    for (const { header } of entries) {
      for (const [actor, seq] of Object.entries(header.seen)) {
        const held = chains.get(actor)?.length ?? 0;
        if (held < seq) return { actor, seq: held + 1, fault: 'missing' };
      }
    }
  }
  return null;
}

/**
 * Verifies the chains of a journal and gives the first fault of each broken one, none when all
 * hold. Bodies may be withheld. `ends`: what is vouched for from outside (signed heads, the own tip).
 */
export function verifyChains(
  entries: Iterable<Entry>,
  ends: ReadonlyMap<string, ChainEnd> = new Map(),
): ChainFault[] {
  const chains = new Map<string, Entry[]>();
  for (const actor of ends.keys()) chains.set(actor, []);
  for (const entry of entries) {
    const chain = chains.get(entry.header.actor) ?? [];
    chain.push(entry);
    chains.set(entry.header.actor, chain);
  }
  for (const chain of chains.values()) chain.sort((a, b) => a.header.seq - b.header.seq);
  const faults = [...chains].flatMap(
    ([actor, chain]) => faultIn({ actor, entries: chain, end: ends.get(actor) ?? null }) ?? [],
  );
  if (faults.length > 0) return faults;
  const gap = unseenGap(chains);
  return gap ? [gap] : [];
}
