import type { Header } from '../../journal/entry.ts';
import type { ChainHead } from './chains-file.ts';
import { type FaultCode, ProjectFileFault } from './faults.ts';
import type { JournalLine } from './journal-line.ts';

/** What is known of the chains once the whole journal went through. */
export type Chains = {
  /** In the journal's order. */
  readonly heads: readonly ChainHead[];
  /** Entries of each actor. */
  readonly counts: ReadonlyMap<string, number>;
};

/** Checks the chains of a journal whose entries come one by one, by actor and number. */
export type ChainCheck = {
  /** Throws a `journal-…` or `chain-…` fault. */
  add(line: JournalLine): void;
  /** Throws `chain-missing` when somebody had seen an entry that is not here. */
  end(): Chains;
};

type Last = { readonly header: Header; readonly hash: string };

const placeOf = ({ actor, seq }: { readonly actor: string; readonly seq: number }): string =>
  `entry ${seq} of ${actor}`;

const fault = (code: FaultCode, header: { readonly actor: string; readonly seq: number }) =>
  new ProjectFileFault(code, placeOf(header));

function checkPlace(header: Header, last: Last | null): void {
  const { actor, seq } = header;
  if (last && actor < last.header.actor) throw fault('journal-bad-order', header);
  const before = last?.header.actor === actor ? last.header.seq : 0;
  if (seq === before) throw fault('chain-twice', header);
  if (seq < before) throw fault('journal-bad-order', header);
  if (seq > before + 1) throw fault('chain-missing', { actor, seq: before + 1 });
}

function checkSeen(header: Header, before: Header | null): void {
  const { actor, seq, seen, at } = header;
  if ((seen[actor] ?? 0) !== seq - 1) throw fault('chain-order-altered', header);
  if (!before) return;
  const forgets = Object.entries(before.seen).some(([other, held]) => (seen[other] ?? 0) < held);
  if (forgets || at <= before.at) throw fault('chain-order-altered', header);
}

/**
 * The rules of `journal/verify-chain.ts`, for a journal too long to be held: what is kept is one
 * header and two numbers an actor. `hash` is SHA-256 of a text in UTF-8, lower-case hex.
 */
export function startChainCheck(hash: (text: string) => string): ChainCheck {
  const heads: ChainHead[] = [];
  const counts = new Map<string, number>();
  const seenOf = new Map<string, number>();
  let last: Last | null = null;

  const close = (): void => {
    if (!last) return;
    const { actor, seq } = last.header;
    heads.push({ actor, seq, hash: last.hash });
    counts.set(actor, seq);
  };

  return {
    add({ entry: { header }, headerText, bodyText }) {
      checkPlace(header, last);
      const same = last?.header.actor === header.actor ? last : null;
      if (header.prev !== (same?.hash ?? null)) throw fault('chain-header-altered', header);
      if (bodyText !== null && hash(bodyText) !== header.bodyHash) throw fault('chain-body-altered', header);
      checkSeen(header, same?.header ?? null);
      if (!same) close();
      for (const [other, seq] of Object.entries(header.seen)) {
        seenOf.set(other, Math.max(seenOf.get(other) ?? 0, seq));
      }
      last = { header, hash: hash(headerText) };
    },
    end() {
      close();
      last = null;
      for (const [actor, seq] of seenOf) {
        const held = counts.get(actor) ?? 0;
        if (held < seq) throw fault('chain-missing', { actor, seq: held + 1 });
      }
      return { heads, counts };
    },
  };
}
