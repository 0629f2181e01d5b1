import { absorb, type Absorbed } from '../journal/absorb.ts';
import { appendChanges, type Entropy, type Tip } from '../journal/append.ts';
import type { Change, Entry } from '../journal/entry.ts';
import { placeOf } from '../journal/place.ts';
import { itemKey } from '../journal/fold.ts';
import { isNamed, isTargeted } from '../journal/purges.ts';
import { restatementsIn } from '../journal/restatements.ts';
import { isKnown } from '../journal/standing.ts';
import { purgesOf } from '../journal/union.ts';
import { purgeChanges } from './purge-change.ts';
import { restate } from './restate.ts';

/**
 * Appends changes to the own chain and absorbs them: the way a purge is written, since what it says
 * again counts in other entries' places. `incoming`: another copy's entries that come in with them.
 */
export function writeAndAbsorb(
  held: readonly Entry[],
  tip: Tip,
  changes: readonly Change[],
  entropy: Entropy,
  incoming: readonly Entry[] = [],
): Absorbed {
  const { entries, tip: next } = appendChanges(tip, changes, entropy);
  return absorb(held, [...incoming, ...entries], next);
}

/**
 * What is left to do after work met a purge that its author did not know: it was erased with all it
 * wrote, so the rest is said again, and a purge names its places from now on. Empty as a rule.
 */
export function followUp({ journal, dropped }: Absorbed, newId: () => string): Change[] {
  const purges = purgesOf([journal]);
  const goes = dropped.filter(({ header }) => !isNamed(purges, header));
  if (goes.length === 0) return [];
  const places = new Set(goes.map(({ header }) => placeOf(header)));
  const items = new Set(goes.map(({ body }) => itemKey(body.entity, body.entityId)));
  const kept = journal.filter(isKnown).filter(({ body }) => items.has(itemKey(body.entity, body.entityId)));
  const again = restate([...kept, ...goes], restatementsIn(journal), {
    goes: ({ header }) => places.has(placeOf(header)),
    isPurged: (entry, field) => isTargeted(purges, entry, field),
  });
  return purgeChanges({ newId, what: 'value', goes, targets: [], again });
}

/**
 * Takes another copy's entries into this one, whose chains must have been verified: `absorb`, and
 * what purges that met work leave to do, written as the own chain's next entries.
 */
export function takeIn(
  held: readonly Entry[],
  incoming: readonly Entry[],
  tip: Tip,
  entropy: Entropy,
): Absorbed {
  const absorbed = absorb(held, incoming, tip);
  const changes = followUp(absorbed, entropy.newId);
  return changes.length === 0 ? absorbed : writeAndAbsorb(held, absorbed.tip, changes, entropy, incoming);
}

/**
 * The merge of two verified journals that nobody works on meanwhile. What purges that met unknowing
 * work leave to do is written under an actor id of its own; as a rule there is nothing.
 */
export function mergeJournals(a: readonly Entry[], b: readonly Entry[], entropy: Entropy): readonly Entry[] {
  const nobody: Tip = { actor: entropy.newId(), seen: {}, prev: null, at: null };
  return takeIn(a, b, absorb([], a, nobody).tip, entropy).journal;
}
