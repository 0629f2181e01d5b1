import type { Absorbed } from '#core/journal/absorb.ts';
import { appendChanges, type Entropy, type Tip } from '#core/journal/append.ts';
import type { Change, Entry } from '#core/journal/entry.ts';
import { planPurge, type PurgePlan } from '#core/merge/plan-purge.ts';
import type { ToPurge } from '#core/merge/purge-scope.ts';
import { stateAfter } from '#core/merge/state-after.ts';
import { takeIn, writeAndAbsorb } from '#core/merge/take-in.ts';
import { applyEntries, type CaseState, EMPTY_CASE } from '#core/model/case-state.ts';
import { type Command, type Context, isRefusal } from '#core/ports/command.ts';
import { initialsOf, foundingChanges } from '#renderer/app/founding.ts';
import { importDocument } from '#renderer/commands/import-document.ts';
import { countingEntropy } from './case-world.ts';

/** One person's copy of a case that others hold too; its rows are never folded from scratch. */
export class Desk {
  state: CaseState = EMPTY_CASE;
  entries: readonly Entry[] = [];
  readonly newId: () => string;
  readonly context: Context;
  readonly #entropy: Entropy;
  #tip: Tip;

  constructor(
    readonly actor: string,
    entropy: Entropy = countingEntropy(`id-${actor}`),
  ) {
    this.#entropy = entropy;
    this.newId = entropy.newId;
    this.#tip = { actor, seen: {}, prev: null, at: null };
    this.context = { actor, newId: entropy.newId, today: () => '2015-03-01' };
  }

  get tip(): Tip {
    return this.#tip;
  }

  /** Goes on from what a copy held. */
  open(entries: readonly Entry[], state: CaseState, tip: Tip): void {
    this.entries = entries;
    this.state = state;
    this.#tip = tip;
  }

  /** Writes changes as a user action does. */
  write(changes: readonly Change[]): Entry[] {
    const { entries, tip } = appendChanges(this.#tip, changes, this.#entropy);
    this.#tip = tip;
    this.entries = [...this.entries, ...entries];
    this.state = applyEntries(this.state, entries).state;
    return entries;
  }

  /** Runs a command that must be done; returns the ids of the items it wrote, in order. */
  run<Input>(command: Command<Input>, input: Input): string[] {
    const outcome = command(this.state, input, this.context);
    if (isRefusal(outcome)) throw new Error(`Refused: ${JSON.stringify(outcome)}`);
    this.write(outcome);
    return outcome.map(({ entityId }) => entityId);
  }

  /** Makes the case. */
  found(alias: string): void {
    this.write(foundingChanges(this.actor, { alias, title: 'Case' }));
  }

  /** Enters a case that somebody else made. */
  join(alias: string): void {
    this.write([
      {
        entity: 'actor',
        entityId: this.actor,
        op: 'create',
        patch: { alias, initials: initialsOf(alias) },
      },
    ]);
  }

  document(id: string, text: string): void {
    this.run(importDocument, { id, text, origin: null, fields: { title: `Document ${id}` } });
  }

  /** Merges what another copy holds. */
  takeIn(incoming: readonly Entry[]): Absorbed {
    return this.#hold(takeIn(this.entries, incoming, this.#tip, this.#entropy));
  }

  /** Does what a purge plan says. */
  apply({ changes }: PurgePlan): Absorbed {
    return this.#hold(writeAndAbsorb(this.entries, this.#tip, changes, this.#entropy));
  }

  /** Purges; false when it is refused. */
  purge(asked: ToPurge): boolean {
    const plan = planPurge(this.entries, this.state, asked, this.newId);
    if ('refused' in plan) return false;
    this.apply(plan);
    return true;
  }

  #hold(absorbed: Absorbed): Absorbed {
    this.state = stateAfter(this.state, absorbed);
    this.entries = absorbed.journal;
    this.#tip = absorbed.tip;
    return absorbed;
  }
}
