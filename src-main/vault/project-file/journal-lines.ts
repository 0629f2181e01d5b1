import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { type ChainCheck, type Chains, startChainCheck } from '#core/exchange/project-file/chain-check.ts';
import { type JournalLine, parseJournalLine } from '#core/exchange/project-file/journal-line.ts';
import { type JournalRefs, startJournalRefs } from '#core/exchange/project-file/journal-refs.ts';
import { LIMITS } from '#core/exchange/project-file/limits.ts';
import { sha256 } from './hashing.ts';

const BREAK = 0x0a;

/** What a whole journal turned out to be. */
export type CheckedJournal = {
  readonly entries: number;
  readonly withheld: number;
  readonly chains: Chains;
  readonly refs: JournalRefs;
};

/** Checks `data/journal.jsonl` as its bytes come in, in pieces cut anywhere. */
export type JournalCheck = {
  /** Throws a `journal-…` or `chain-…` fault. */
  add(bytes: Uint8Array): void;
  end(): CheckedJournal;
};

function textOf(bytes: Uint8Array, number: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ProjectFileFault('journal-not-utf8', `journal line ${number}`);
  }
}

/** `each`: called with every entry that passed, so that it can be kept. */
export function startJournalCheck(each?: (line: JournalLine) => void): JournalCheck {
  const chains: ChainCheck = startChainCheck(sha256);
  const refs = startJournalRefs();
  let held: Buffer[] = [];
  let heldBytes = 0;
  let entries = 0;
  let withheld = 0;

  const keep = (bytes: Uint8Array): void => {
    heldBytes += bytes.length;
    if (heldBytes > LIMITS.journalLine) {
      throw new ProjectFileFault('journal-line-too-long', `journal line ${entries + 1}`);
    }
    // A copy: the bytes may be reused once this call ends.
    held.push(Buffer.from(bytes));
  };
  const takeLine = (end: Uint8Array): void => {
    const whole = held.length === 0 && end.length <= LIMITS.journalLine ? end : null;
    if (whole === null) keep(end);
    entries += 1;
    if (entries > LIMITS.journalEntries) throw new ProjectFileFault('journal-too-many', String(entries));
    const line = parseJournalLine(textOf(whole ?? Buffer.concat(held), entries), entries);
    [held, heldBytes] = [[], 0];
    chains.add(line);
    if (line.entry.body === null) withheld += 1;
    else refs.add(line.entry.body);
    each?.(line);
  };

  return {
    add(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const end = bytes.indexOf(BREAK, at);
        if (end === -1) {
          keep(bytes.subarray(at));
          return;
        }
        takeLine(bytes.subarray(at, end));
        at = end + 1;
      }
    },
    end() {
      if (heldBytes > 0)
        throw new ProjectFileFault('journal-not-json', `journal line ${entries + 1} has no end`);
      return { entries, withheld, chains: chains.end(), refs: refs.found };
    },
  };
}
