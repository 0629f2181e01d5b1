import * as fc from 'fast-check';
import { underActor } from '#core/journal/absorb.ts';
import { restates } from '#core/journal/restatements.ts';
import type { Tip } from '#core/journal/append.ts';
import type { Body, Change, Entry, Patch } from '#core/journal/entry.ts';
import { placeOf } from '#core/journal/place.ts';
import { isPurge } from '#core/journal/purges.ts';
import { partOf } from '#core/merge/part-of.ts';
import { type Redact, redactedCopy } from '#core/merge/redacted-copy.ts';
import type { ToPurge } from '#core/merge/purge-scope.ts';
import { type CaseState, foldedOf } from '#core/model/case-state.ts';
import type { EntityName } from '#core/model/entities.ts';
import type { Json } from '#core/model/json.ts';
import { isRefusal } from '#core/ports/command.ts';
import { foundingChanges } from '#renderer/app/founding.ts';
import { countingEntropy } from './case-world.ts';
import { anyStep, anySteps, outcomeOf, type Step } from './command-arbitraries.ts';
import { findingOf } from './findings.ts';
import { forged } from './forged-entries.ts';
import { Desk } from './merge-world.ts';

/** One thing that happens among people who pass a case around on sticks. Numbers choose by remainder. */
export type Act =
  | { readonly kind: 'step'; readonly who: number; readonly step: Step }
  | {
      readonly kind: 'edit';
      readonly who: number;
      readonly item: number;
      readonly fields: number;
      readonly value: number;
    }
  | { readonly kind: 'plant'; readonly who: number; readonly item: number; readonly place: number }
  | { readonly kind: 'again'; readonly who: number; readonly entry: number }
  | { readonly kind: 'race'; readonly who: number; readonly item: number; readonly place: number }
  | { readonly kind: 'delete'; readonly who: number; readonly item: number }
  | {
      readonly kind: 'file';
      readonly who: number;
      readonly part: 'whole' | 'claims' | 'any' | 'redacted';
      readonly chosen: number;
    }
  | { readonly kind: 'open'; readonly who: number; readonly file: number }
  | { readonly kind: 'restore'; readonly who: number; readonly file: number }
  | {
      readonly kind: 'purge';
      readonly who: number;
      readonly what: number;
      readonly item: number;
      readonly field: number;
    }
  | {
      readonly kind: 'forge';
      readonly who: number;
      readonly what: number;
      readonly entry: number;
      readonly back: number;
    };

/** A history of 2–4 people; `skews`: by how many hours each one's clock is wrong. */
export type History = { readonly skews: readonly number[]; readonly acts: readonly Act[] };

const number = fc.nat(1000);
const who = fc.nat(3);
const kindOf = <K extends string>(kind: K) => fc.constant(kind);

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: kindOf('step'), who, step: anyStep }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: kindOf('edit'), who, item: number, fields: number, value: number }),
  },
  { weight: 3, arbitrary: fc.record({ kind: kindOf('plant'), who, item: number, place: number }) },
  { weight: 2, arbitrary: fc.record({ kind: kindOf('again'), who, entry: number }) },
  { weight: 1, arbitrary: fc.record({ kind: kindOf('race'), who, item: number, place: number }) },
  { weight: 1, arbitrary: fc.record({ kind: kindOf('delete'), who, item: number }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: kindOf('file'),
      who,
      part: fc.constantFrom('whole', 'whole', 'claims', 'any', 'redacted'),
      chosen: number,
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: kindOf('open'), who, file: number }) },
  { weight: 1, arbitrary: fc.record({ kind: kindOf('restore'), who, file: number }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: kindOf('forge'), who, what: number, entry: number, back: number }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: kindOf('purge'), who, what: fc.nat(5), item: number, field: number }),
  },
);

/** Any history. */
export const anyHistory: fc.Arbitrary<History> = fc.record({
  skews: fc.array(fc.integer({ min: -12, max: 12 }), { minLength: 2, maxLength: 4 }),
  acts: fc.array(anyAct, { minLength: 4, maxLength: 26, size: 'max' }),
});

const HOUR = 3_600_000;
const NOON = 1_700_000_000_000;
/** Words that a purge must make vanish. */
const PLANTED = /planted-\d+-x/g;
const PLACES: readonly (readonly [EntityName, string])[] = [
  ['claim', 'gloss'],
  ['note', 'text'],
  ['evidence', 'description'],
  ['party', 'names'],
];
const EDITED = ['statement', 'tags', 'finding', 'gloss', 'priority'] as const;

type Origin = { readonly entries: readonly Entry[]; readonly tip: Tip; readonly state: CaseState };
let origin: Origin | null = null;

/** The case everybody starts from; made once, since nothing changes it. */
function startingPoint(): Origin {
  if (origin) return origin;
  const desk = new Desk('p0');
  desk.write(foundingChanges('p0', { alias: 'Person 0', title: 'Case' }));
  for (const step of fc.sample(anySteps(0), { numRuns: 1, seed: 1 })[0] ?? []) {
    const outcome = outcomeOf(step, desk.state, desk.context);
    if (!isRefusal(outcome)) desk.write(outcome);
  }
  const [claim = ''] = desk.state.claim.keys();
  desk.write([
    { entity: 'note', entityId: 'note', op: 'create', patch: { claimId: claim, text: 'Ask again.' } },
  ]);
  origin = { entries: desk.entries, tip: desk.tip, state: desk.state };
  return origin;
}

const planted = new WeakMap<Body, ReadonlySet<string>>();

/** The planted words in a body. */
export function plantedIn(body: Body | null): ReadonlySet<string> {
  if (!body) return new Set();
  const held = planted.get(body) ?? new Set(JSON.stringify(body.patch).match(PLANTED));
  planted.set(body, held);
  return held;
}

/** One of the first two items of a kind, so that people meet on the same ones. */
const chosenId = (state: CaseState, entity: EntityName, index: number): string | undefined =>
  choose([...state[entity].keys()].sort().slice(0, 2), index);

const choose = <T>(items: readonly T[], index: number): T | undefined =>
  items[index % Math.max(1, items.length)];

/** What a history leaves, and what was true of it all along. */
export class World {
  readonly desks: Desk[];
  /** Every file ever made, oldest first. */
  readonly files: (readonly Entry[])[] = [];
  /** Every entry anybody wrote, with the body it had. */
  readonly written = new Map<string, Entry>();
  /** Words that no copy may hold that holds this purge, by its entity id. */
  readonly vanished = new Map<string, ReadonlySet<string>>();
  readonly #skews: readonly number[];
  #actors: number;
  #words = 0;
  #time = NOON;

  readonly #found: boolean;

  /** `found`: lost laptops turn up in the end, so that what was only on them counts. */
  constructor({ skews }: Pick<History, 'skews'>, found = false) {
    this.#found = found;
    const start = startingPoint();
    this.#skews = skews;
    this.#actors = skews.length;
    this.desks = skews.map((_, at) => this.#firstDesk(at, start));
    this.files.push(start.entries);
  }

  /** Does one act; returns whose copy it touched, null when it meant nothing here. */
  act(act: Act): Desk | null {
    const at = act.who % this.desks.length;
    const desk = this.desks[at];
    if (!desk) return null;
    this.#time += 60_000;
    const done = this.#do(act, desk, at);
    if (done) this.#remember(done.entries);
    return done;
  }

  /** A copy without anything yet; its clock is wrong by its owner's hours. */
  #newDesk(at: number, actor: number): Desk {
    const skew = (this.#skews[at] ?? 0) * HOUR;
    const entropy = { ...countingEntropy(`id-p${actor}`), now: () => this.#time + skew };
    return new Desk(`p${actor}`, entropy);
  }

  /** A copy of the case everybody starts from. */
  #firstDesk(at: number, { entries, tip, state }: Origin): Desk {
    const desk = this.#newDesk(at, at);
    const own = desk.actor === tip.actor;
    desk.open(entries, state, own ? tip : underActor(tip, desk.actor));
    if (!own) desk.join(`Person ${at}`);
    this.#remember(desk.entries);
    return desk;
  }

  #remember(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const place = placeOf(entry.header);
      if (entry.body && !this.written.has(place)) this.written.set(place, entry);
    }
  }

  #do(act: Act, desk: Desk, at: number): Desk | null {
    switch (act.kind) {
      case 'step': {
        const outcome = outcomeOf(act.step, desk.state, desk.context);
        return isRefusal(outcome) ? null : this.#write(desk, outcome);
      }
      case 'edit':
        return this.#edit(desk, act);
      case 'plant':
        return this.#plant(desk, act);
      case 'again':
        return this.#again(desk, act.entry);
      case 'race':
        return this.#race(desk, act);
      case 'delete':
        return this.#delete(desk, act.item);
      case 'file':
        this.files.push(this.#file(desk, act));
        return desk;
      case 'open':
        desk.takeIn(this.#someFile(act.file));
        return desk;
      case 'restore':
        return this.#restore(at, this.#someFile(act.file));
      case 'forge':
        return this.#forge(desk, at, act);
      default:
        return this.#purge(desk, act);
    }
  }

  /** Any file, more often one of the last three. */
  #someFile(at: number): readonly Entry[] {
    return choose(at % 3 === 0 ? this.files : this.files.slice(-3), at) ?? [];
  }

  #write(desk: Desk, changes: readonly Change[]): Desk | null {
    if (changes.length === 0) return null;
    desk.write(changes);
    return desk;
  }

  /** Writes several fields of a claim at once, as few values as make writers agree at times. */
  #edit(desk: Desk, { item, fields, value }: Act & { kind: 'edit' }): Desk | null {
    const claimId = chosenId(desk.state, 'claim', item);
    if (claimId === undefined) return null;
    const values: Record<(typeof EDITED)[number], Json> = {
      statement: `statement ${value % 3}`,
      tags: [`tag ${value % 3}`],
      finding: value % 4 === 0 ? null : findingOf('disputed', `because ${value % 4}`),
      gloss: `gloss ${value % 3}`,
      priority: value % 2 === 0 ? 'must' : 'could',
    };
    const chosen = EDITED.filter((_, bit) => ((fields % 31) + 1) & (1 << bit));
    const patch = Object.fromEntries(chosen.map((field) => [field, values[field]]));
    return this.#write(desk, [{ entity: 'claim', entityId: claimId, op: 'update', patch }]);
  }

  #plant(desk: Desk, { item, place }: Act & { kind: 'plant' }): Desk | null {
    const [entity, field] = choose(PLACES, place) ?? ['claim', 'gloss'];
    const id = chosenId(desk.state, entity, item);
    if (id === undefined) return null;
    this.#words += 1;
    const word = `planted-${this.#words}-x`;
    const value = field === 'names' ? [{ text: word, script: 'latin', kind: 'name' }] : word;
    const beside: Record<string, Json> = entity === 'claim' ? { tags: [`beside ${item % 5}`] } : {};
    return this.#write(desk, [{ entity, entityId: id, op: 'update', patch: { ...beside, [field]: value } }]);
  }

  /** Says an older entry again, as undo does: often one with planted words; no command says a purge or a redaction again. */
  #again(desk: Desk, at: number): Desk | null {
    const bodies = desk.entries.flatMap((entry) => (entry.body && !restates(entry) ? [entry.body] : []));
    const withWords = bodies.filter((body) => plantedIn(body).size > 0);
    const body = choose(at % 3 > 0 && withWords.length > 0 ? withWords : bodies, at);
    if (!body) return null;
    const { entity, entityId, op, patch } = body;
    return this.#write(desk, [{ entity, entityId, op: op === 'delete' ? 'delete' : 'update', patch }]);
  }

  /** One purges what another says again before they hear of it. */
  #race(desk: Desk, { item, place }: Act & { kind: 'race' }): Desk | null {
    const other = choose(
      this.desks.filter((one) => one !== desk),
      item,
    );
    const [entity, field] = choose(PLACES, place) ?? ['claim', 'gloss'];
    const id = chosenId(desk.state, entity, item);
    if (!other || id === undefined || !this.#plant(desk, { kind: 'plant', who: 0, item, place })) return null;
    const said = desk.entries.at(-1)?.body;
    other.takeIn(desk.entries);
    if (item % 3 === 0) this.#purgeAll(desk, { kind: 'item', entity, id });
    else this.#purgeAll(desk, { kind: 'value', entity, id, field });
    if (said) other.write([{ entity, entityId: id, op: 'update', patch: said.patch }]);
    this.#remember(desk.entries);
    return other;
  }

  /** A stranger's program adds to a copy what Touchstone never writes, and passes it on. */
  #forge(desk: Desk, at: number, act: Act & { kind: 'forge' }): Desk | null {
    const claimId = chosenId(desk.state, 'claim', act.entry);
    if (claimId === undefined) return null;
    const stranger = this.#newDesk(at, this.#actors);
    this.#actors += 1;
    stranger.takeIn(desk.entries);
    stranger.write(forged(desk.entries, claimId, stranger.newId, act));
    this.#remember(stranger.entries);
    this.files.push(stranger.entries);
    return desk;
  }

  #delete(desk: Desk, at: number): Desk | null {
    const entity = choose(['claim', 'note', 'evidence'] as const, at) ?? 'claim';
    const id = choose([...desk.state[entity].keys()].sort(), at);
    return id === undefined ? null : this.#write(desk, [{ entity, entityId: id, op: 'delete', patch: {} }]);
  }

  #file(desk: Desk, { part, chosen }: Act & { kind: 'file' }): readonly Entry[] {
    if (part === 'whole') return desk.entries;
    if (part === 'claims') {
      const claims = [...desk.state.claim.keys()].sort().filter((_, at) => chosen & (1 << (at % 9)));
      return partOf(desk.entries, desk.state, claims).entries;
    }
    if (part === 'redacted') return this.#redacted(desk, chosen);
    return desk.entries.map((entry, at) =>
      isPurge(entry) || entry.body?.entity === 'redaction' || (chosen * 31 + at * 7) % 3 !== 0
        ? entry
        : { header: entry.header, body: null },
    );
  }

  /** A copy without some notes, and with some planted and edited words replaced. */
  #redacted(desk: Desk, chosen: number): readonly Entry[] {
    this.#actors += 1;
    const { entries } = redactedCopy(
      desk.entries,
      redactLike(chosen),
      countingEntropy(`id-r${this.#actors}`, this.#time),
      (actor) => [{ entity: 'actor', entityId: actor, op: 'create', patch: { alias: 'Redacted' } }],
    );
    this.#remember(entries);
    return entries;
  }

  /** The laptop is lost; its owner goes on from a file, under a fresh actor id. */
  #restore(at: number, entries: readonly Entry[]): Desk {
    if (this.#found) this.files.push(this.desks[at]?.entries ?? []);
    const desk = this.#newDesk(at, this.#actors);
    this.#actors += 1;
    desk.takeIn(entries);
    desk.join(`Person ${at}`);
    this.desks[at] = desk;
    return desk;
  }

  #purge(desk: Desk, act: Act & { kind: 'purge' }): Desk | null {
    const asked = toPurge(desk.state, act);
    return asked && this.#purgeAll(desk, asked) ? desk : null;
  }

  #purgeAll(desk: Desk, asked: ToPurge): boolean {
    const words = wordsGoing(desk, asked);
    const held = new Set(desk.entries.map(({ header }) => placeOf(header)));
    if (!desk.purge(asked)) return false;
    const purge = desk.entries.find((entry) => isPurge(entry) && !held.has(placeOf(entry.header)));
    if (purge?.body) this.vanished.set(purge.body.entityId, words);
    return true;
  }
}

/** Replaces some words wherever they stand, and lets no note leave whose id ends oddly. */
function redactLike(chosen: number): Redact {
  return ({ entity, entityId, patch }) => {
    if (entity === 'purge' || entity === 'redaction' || entity === 'actor') return patch;
    if (entity === 'note' && chosen % 2 === 0 && entityId.endsWith('1')) return null;
    const text = JSON.stringify(patch);
    const redacted = text.replace(PLANTED, (word) => (word.length % 2 === chosen % 2 ? 'withheld' : word));
    const also = redacted.replaceAll(`statement ${chosen % 3}`, 'statement withheld');
    return also === text ? patch : (JSON.parse(also) as Patch);
  };
}

/** Planted words in what is to be purged, whoever wrote them and whenever, but for what stays as it stands. */
function wordsGoing({ entries, state }: Desk, asked: ToPurge): ReadonlySet<string> {
  const root = asked.kind === 'person' ? { entity: 'party' as const, id: asked.partyId } : asked;
  const { entity, id } = root;
  const bodies = entries.flatMap(({ body }) =>
    body?.entity === entity && body.entityId === id ? [body] : [],
  );
  if (asked.kind !== 'value') return new Set(JSON.stringify(bodies).match(PLANTED));
  const values = bodies.map(({ patch }) => patch[asked.field] ?? null);
  const stays = asked.onlyEarlier === true && state[entity].has(id);
  const held = stays ? foldedOf(state, entity, id)?.fields[asked.field]?.[0].value : null;
  const kept = new Set<string>(JSON.stringify(held ?? null).match(PLANTED));
  return new Set((JSON.stringify(values).match(PLANTED) ?? []).filter((word) => !kept.has(word)));
}

function toPurge(state: CaseState, { what, item, field }: Act & { kind: 'purge' }): ToPurge | null {
  const partyId = chosenId(state, 'party', item);
  if (what === 0) return partyId === undefined ? null : { kind: 'person', partyId };
  if (what === 1) {
    const entity = choose(['claim', 'evidence', 'note', 'document'] as const, item) ?? 'claim';
    const id = chosenId(state, entity, field);
    // Without a document there is nothing left to do; keep most of them.
    return id === undefined || (entity === 'document' && field % 3 > 0) ? null : { kind: 'item', entity, id };
  }
  const [entity, name] =
    what < 5
      ? (choose(PLACES, field) ?? ['claim', 'gloss'])
      : (['claim', choose(EDITED, field) ?? 'tags'] as const);
  const id = chosenId(state, entity, item);
  const onlyEarlier = (item + field) % 3 === 0;
  return id === undefined ? null : { kind: 'value', entity, id, field: name, onlyEarlier };
}

/** Everybody opens everybody's work and every file until nobody has anything new. */
export function exchangeAll({ desks, files }: Pick<World, 'desks' | 'files'>): void {
  for (const desk of desks) for (const file of files) desk.takeIn(file);
  for (let news = true, rounds = 0; news && rounds < 6; rounds += 1) {
    news = false;
    for (const desk of desks) {
      for (const other of desks) {
        const { added, erased } = desk.takeIn(other.entries);
        news ||= added.length + erased.length > 0;
      }
    }
  }
}

/** Commands that copy words from one item to another: a purge lists those as still there. */
const COPYING: ReadonlySet<string> = new Set(['splitClaim', 'mergeParties'] satisfies Step['name'][]);

/** The history without what copies words from one item to another. */
export const withoutCopying = ({ skews, acts }: History): History => ({
  skews,
  acts: acts.filter((act) => act.kind !== 'step' || !COPYING.has(act.step.name)),
});

/** The history among people who write by Touchstone alone. */
export const withoutForging = ({ skews, acts }: History): History => ({
  skews,
  acts: acts.filter(({ kind }) => kind !== 'forge'),
});

/** Plays a history; `each` sees every copy right after it was touched. */
export function play(
  history: History,
  each: (desk: Desk, world: World) => void = () => undefined,
  found = false,
): World {
  const world = new World(history, found);
  for (const act of history.acts) {
    const desk = world.act(act);
    if (desk) each(desk, world);
  }
  return world;
}
