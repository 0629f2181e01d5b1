import type { Change, Header } from '../journal/entry.ts';
import type { PlaceRange, Purge, PurgeKind, PurgeTarget, Restated } from '../model/purge.ts';
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
  readonly id: string;
  readonly what: PurgeKind;
  readonly goes: readonly { readonly header: Header }[];
  readonly targets: readonly PurgeTarget[];
  readonly again: readonly Again[];
};

/** The changes that say things again, and right after them the purge itself. Keep them in this order. */
export function purgeChanges({ id, what, goes, targets, again }: Parts): Change[] {
  const restated = again.map(
    ({ original }, at): Restated => [original.actor, original.seq, again.length - at],
  );
  const places = rangesOf(goes.map(({ header }) => header));
  const purge: Purge = { what, places, targets, restated };
  const change: Change = { entity: 'purge', entityId: id, op: 'create', patch: { ...purge } };
  return [...again.map(({ change: said }) => said), change];
}
