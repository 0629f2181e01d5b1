import type { Change, Header } from '../journal/entry.ts';
import type { PlaceRange, Purge, PurgeKind, PurgeTarget, Restated } from '../model/purge.ts';
import type { Redaction } from '../model/redaction.ts';
import type { Again } from './restate.ts';

/** Places as ranges, by actor. */
export function rangesOf(headers: readonly Pick<Header, 'actor' | 'seq'>[]): PlaceRange[] {
  const byActor = new Map<string, number[]>();
  for (const { actor, seq } of headers) {
    const held = byActor.get(actor);
    if (held) held.push(seq);
    else byActor.set(actor, [seq]);
  }
  return [...byActor].flatMap(([actor, seqs]) => {
    const ranges: [string, number, number][] = [];
    for (const seq of seqs.sort((a, b) => a - b)) {
      const last = ranges.at(-1);
      if (last && seq <= last[2] + 1) last[2] = seq;
      else ranges.push([actor, seq, seq]);
    }
    return ranges;
  });
}

type Parts = {
  readonly newId: () => string;
  readonly what: PurgeKind;
  readonly goes: readonly { readonly header: Header }[];
  readonly targets: readonly PurgeTarget[];
  readonly again: readonly Again[];
};

/** Where what is said again counts, seen from an entry that comes `after` entries after the last of it. */
const restatedBefore = (again: readonly Again[], after: number): Restated[] =>
  again.map(({ original }, at): Restated => [original.actor, original.seq, again.length - at + after]);

/**
 * The changes that say things again, and right after them the purge itself. What a redacted copy
 * had said is said again by a redaction: from a purge it would count as the true words, which a
 * copy that holds those would lose. Keep them in this order.
 */
export function purgeChanges({ newId, what, goes, targets, again }: Parts): Change[] {
  const id = newId();
  const [told, withheld] = [again.filter(({ redacted }) => !redacted), again.filter((one) => one.redacted)];
  const redaction: Redaction = { restated: restatedBefore(withheld, 0) };
  const standIns: Change[] =
    withheld.length === 0
      ? []
      : [
          ...withheld.map(({ change }) => change),
          { entity: 'redaction', entityId: newId(), op: 'create', patch: redaction },
        ];
  const places = rangesOf(goes.map(({ header }) => header));
  const purge: Purge = { what, places, targets, restated: restatedBefore(told, standIns.length) };
  const change: Change = { entity: 'purge', entityId: id, op: 'create', patch: { ...purge } };
  return [...told.map(({ change: said }) => said), ...standIns, change];
}
