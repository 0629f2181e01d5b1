import type { Body, Entry, Header } from './entry.ts';
import { compareStamps, hasSeen } from './folded.ts';
import { placeOf } from './place.ts';
import type { Restatements } from './restatements.ts';

/** An entry whose body is known. */
export type Known = { readonly header: Header; readonly body: Body };

export const isKnown = (entry: Entry): entry is Known => entry.body !== null;

/** An entry and the place it counts in: its own, or that of the erased or withheld one it stands for. */
export type Mark = { readonly counts: Header; readonly entry: Known; readonly redacted: boolean };

/** What stands of one item, in every list the winner first. */
export type Standing = {
  readonly fields: ReadonlyMap<string, readonly Mark[]>;
  readonly heads: readonly Mark[];
};

const isItself = ({ counts, entry }: Mark): boolean => entry.header === counts;

/** Entries that an author's copy held: more for whoever had seen another's, whatever their clocks say. */
const held = ({ seen }: Header): number => Object.values(seen).reduce((sum, count) => sum + count, 0);

/** Which of two entries that say the same place again counts: whose author had seen more, never the clock's later one. */
function compareHeld(a: Header, b: Header): number {
  const more = held(a) - held(b);
  return more === 0 ? compareStamps({ ...a, at: '' }, { ...b, at: '' }) : more;
}

/** Of two marks in one place: an entry itself, then who says it again, then a redacted copy's words. */
function better(a: Mark, b: Mark): Mark {
  if (isItself(a) !== isItself(b)) return isItself(a) ? a : b;
  if (a.redacted !== b.redacted) return a.redacted ? b : a;
  return compareHeld(a.entry.header, b.entry.header) >= 0 ? a : b;
}

/** Of each actor the latest mark: it has seen that actor's earlier ones. */
function latestOfEach(marks: readonly Mark[]): Mark[] {
  const latest = new Map<string, Mark>();
  for (const mark of marks) {
    const { actor, seq } = mark.counts;
    const held = latest.get(actor);
    if (!held || seq > held.counts.seq) latest.set(actor, mark);
    else if (seq === held.counts.seq) latest.set(actor, better(held, mark));
  }
  return [...latest.values()];
}

/** Those of `marks` whose entry no other mark's author had seen, winner first. */
function undominated(marks: readonly Mark[]): Mark[] {
  const latest = latestOfEach(marks);
  if (latest.length < 2) return latest;
  return latest
    .filter((mark) => !latest.some((other) => other !== mark && hasSeen(other.counts, mark.counts)))
    .sort((a, b) => compareStamps(b.counts, a.counts));
}

/** What stands of one item, given every known entry that writes it. */
export function standingOf(entries: readonly Known[], restatements: Restatements): Standing {
  const marks = entries.map((entry): Mark => {
    const counts = restatements.size > 0 ? restatements.get(placeOf(entry.header)) : undefined;
    return { counts: counts?.of ?? entry.header, entry, redacted: counts?.redacted ?? false };
  });
  const writes = new Map<string, Mark[]>();
  for (const mark of marks) {
    for (const field of Object.keys(mark.entry.body.patch)) {
      const held = writes.get(field);
      if (held) held.push(mark);
      else writes.set(field, [mark]);
    }
  }
  const fields = new Map<string, Mark[]>();
  for (const field of [...writes.keys()].sort()) fields.set(field, undominated(writes.get(field) ?? []));
  return { fields, heads: undominated(marks) };
}
