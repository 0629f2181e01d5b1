import { sha256 } from '@noble/hashes/sha2.js';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import { appendChanges, type Entropy, type Tip } from '#core/journal/append.ts';
import type { Entry } from '#core/journal/entry.ts';
import type { Anchor } from '#core/model/anchor.ts';
import { applyEntries, type CaseState, EMPTY_CASE } from '#core/model/case-state.ts';
import { type Command, type Context, isRefusal, type Refusal } from '#core/ports/command.ts';
import { importDocument } from '#renderer/commands/import-document.ts';

/** Ids, salts and clock that are the same in every run. */
export function countingEntropy(prefix: string, now = 1_700_000_000_000): Entropy {
  let ids = 0;
  let draws = 0;
  let time = now;
  return {
    newId: () => {
      ids += 1;
      return `${prefix}-${String(ids).padStart(6, '0')}`;
    },
    random: (length) => {
      draws += 1;
      return sha256(new TextEncoder().encode(`${prefix}/${draws}`)).slice(0, length);
    },
    now: () => {
      time += 1000;
      return time;
    },
  };
}

/** A case as one person works on it, without any storage. */
export class CaseWorld {
  state: CaseState = EMPTY_CASE;
  readonly entries: Entry[] = [];
  readonly context: Context;
  readonly #entropy: Entropy;
  #tip: Tip;

  constructor(readonly actor = 'founder') {
    this.#entropy = countingEntropy(`id-${actor}`);
    this.#tip = { actor, seen: {}, prev: null, at: null };
    this.context = { actor, newId: this.#entropy.newId, today: () => '2015-03-01' };
  }

  /** Runs a command that must be done; returns the ids of the items it wrote, in order. */
  run<Input>(command: Command<Input>, input: Input): string[] {
    const outcome = command(this.state, input, this.context);
    if (isRefusal(outcome)) throw new Error(`Refused: ${JSON.stringify(outcome)}`);
    this.write(outcome);
    return outcome.map(({ entityId }) => entityId);
  }

  /** Runs a command that must be refused; returns why. */
  refusal<Input>(command: Command<Input>, input: Input): Refusal {
    const outcome = command(this.state, input, this.context);
    if (!isRefusal(outcome)) throw new Error(`Done though it should be refused: ${JSON.stringify(outcome)}`);
    return outcome;
  }

  /** Writes changes as entries of this person's chain. */
  write(changes: Parameters<typeof appendChanges>[1]): Entry[] {
    const { entries, tip } = appendChanges(this.#tip, changes, this.#entropy);
    this.#tip = tip;
    this.entries.push(...entries);
    this.state = applyEntries(this.state, entries).state;
    return entries;
  }

  /** The live item of a kind with this id; fails the test when it is gone. */
  get<E extends 'claim' | 'passage' | 'party' | 'evidence' | 'document' | 'assessment' | 'relation'>(
    entity: E,
    id: string,
  ) {
    const item = this.state[entity].get(id);
    if (!item) throw new Error(`No ${entity} ${id}`);
    return item as NonNullable<ReturnType<CaseState[E]['get']>>;
  }

  /** Imports a text as a document of this id. */
  document(id: string, text: string): void {
    this.run(importDocument, { id, text, origin: null, fields: { title: `Document ${id}` } });
  }
}

/** The anchor of these words, which stand in the text once. */
export function anchorOf(documentId: string, text: string, words: string): Anchor {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`Not in the text: ${words}`);
  return makeAnchor(documentId, text, start, start + words.length);
}

/** The first element; fails the test when there is none. */
export function first<T>(items: Iterable<T>): T {
  for (const item of items) return item;
  throw new Error('There is none.');
}
