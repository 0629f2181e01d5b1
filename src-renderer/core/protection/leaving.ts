import type { Body, Patch } from '../journal/entry.ts';
import type { FoldedItem, Write } from '../journal/folded.ts';
import { withVoices } from '../finding/with-voices.ts';
import { itemKey } from '../journal/fold.ts';
import { type CaseState, rowsOf, withItems } from '../model/case-state.ts';
import type { EntityName } from '../model/entities.ts';
import type { Json } from '../model/json.ts';
import { aliasNeedles } from './aliases.ts';
import type { Needle } from './find.ts';
import type { MarkLanguage } from './marks.ts';
import { askedNeedles, needlesOf, tellingNeedles } from './needles.ts';
import { offRecordKeys, withoutKeys } from './off-record-scope.ts';
import { Outgoing, type Place } from './outgoing.ts';
import { RULES } from './rules.ts';
import { type ProtectionWarning, warningsOf } from './warnings.ts';

export type LeavingSetup = {
  readonly language: MarkLanguage;
  /** The people who worked on the case are not named either. */
  readonly hidesActors?: boolean;
  /** No evidence file goes with it: neither do their names, sizes and hashes. */
  readonly hidesFiles?: boolean;
};

/** How often something was replaced, and where: kinds of items, `text` for articles. */
export type Replaced = {
  readonly itemId: string;
  readonly as: string;
  readonly count: number;
  readonly places: readonly { readonly place: Place; readonly count: number }[];
};

/** A case as it may leave the program. */
export type Leaving = {
  readonly state: CaseState;
  /** The same, to count origins in and for nothing else: who shares a hidden person's voice is in it. */
  readonly counted: CaseState;
  readonly texts: ReadonlyMap<string, string>;
  readonly replaced: readonly Replaced[];
  /** Evidence items given off the record. */
  readonly leftOut: number;
  readonly warnings: readonly ProtectionWarning[];
  /**
   * What may leave of a change in the history: the very same patch when all of it may, another
   * when words are replaced, null when nothing of it may.
   */
  readonly redact: (body: Omit<Body, 'salt'>) => Patch | null;
};

type LooseRule = (value: Json, out: Outgoing, itemId: string) => Json;

/** The rule of a field as the journal holds it, or null for a field nobody knows. */
function ruleOf(entity: EntityName, field: string): LooseRule | null {
  const rules: Readonly<Record<string, unknown>> = RULES[entity];
  const rule = Object.hasOwn(rules, field) ? rules[field] : undefined;
  return typeof rule === 'function' ? (rule as LooseRule) : null;
}

const through = (out: Outgoing, entity: EntityName, field: string, value: Json, id: string): Json =>
  value === null ? null : (ruleOf(entity, field)?.(value, out, id) ?? null);

function leavingWrite(out: Outgoing, item: FoldedItem, field: string, write: Write): Write {
  return { ...write, value: through(out, item.entity, field, write.value, item.id) };
}

/** The item as it leaves, or null when it leaves as it is. */
function leavingItem(out: Outgoing, item: FoldedItem): FoldedItem | null {
  const before = out.touched;
  out.place = item.entity;
  const fields: Record<string, readonly [Write, ...Write[]]> = {};
  for (const [field, [first, ...more]] of Object.entries(item.fields)) {
    if (ruleOf(item.entity, field) === null) {
      out.touched += 1;
      continue;
    }
    fields[field] = [
      leavingWrite(out, item, field, first),
      ...more.map((write) => leavingWrite(out, item, field, write)),
    ];
  }
  return out.touched === before ? null : { ...item, fields };
}

function replacedIn({ counts }: Outgoing, needles: readonly Needle[]): Replaced[] {
  const as = new Map(needles.map((needle) => [needle.itemId, needle.as]));
  return [...counts].map(([itemId, places]) => ({
    itemId,
    as: as.get(itemId) ?? '',
    count: [...places.values()].reduce((sum, count) => sum + count, 0),
    places: [...places].map(([place, count]) => ({ place, count })),
  }));
}

/** Kinds of items that tell what is protected, or who was given what: they never leave. */
const STAYS: ReadonlySet<EntityName> = new Set<EntityName>(['detail', 'release', 'filter']);

/** What may leave of a change; see {@link Leaving}. */
function redactChange(out: Outgoing, off: ReadonlySet<string>, body: Omit<Body, 'salt'>): Patch | null {
  const { entity, entityId, patch, reason } = body;
  if (STAYS.has(entity) || off.has(itemKey(entity, entityId))) return null;
  const before = out.touched;
  out.place = 'history';
  const left: Record<string, Json> = {};
  for (const [field, value] of Object.entries(patch)) {
    if (ruleOf(entity, field) === null) out.touched += 1;
    else left[field] = through(out, entity, field, value, entityId);
  }
  if (reason !== undefined) out.own(reason);
  return out.touched === before ? patch : left;
}

/**
 * A case as it may leave: without what was given off the record, every protected spelling replaced
 * in every field, name, address and text, anchors still exact, what is deleted left behind. `texts`:
 * the documents' texts by id. Everything that leaves the program is made from this.
 */
export function leavingCase(
  state: CaseState,
  texts: ReadonlyMap<string, string>,
  { language, hidesActors = false, hidesFiles = false }: LeavingSetup,
): Leaving {
  const people = needlesOf(state);
  const needles = hidesActors ? [...people, ...aliasNeedles(state, language)] : people;
  const off = offRecordKeys(state);
  const out = new Outgoing(state, texts, needles, language, hidesActors, hidesFiles);
  out.place = 'text';
  const said = out.documents();
  const open: CaseState = {
    ...withoutKeys(state, off),
    detail: new Map(),
    release: new Map(),
    filter: new Map(),
    deleted: new Map(),
  };
  const changed = rowsOf(open).flatMap((item) => leavingItem(out, item) ?? []);
  const left = withItems(open, changed);
  return {
    state: left,
    counted: withVoices(left, open),
    texts: said,
    replaced: replacedIn(out, needles),
    leftOut: [...state.evidence.keys()].filter((id) => off.has(itemKey('evidence', id))).length,
    warnings: warningsOf(open, needles, tellingNeedles(askedNeedles(state))),
    redact: (body) => redactChange(out, off, body),
  };
}
