import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULTS, ENTITY_NAMES, type EntityName } from '#core/model/entities.ts';
import { misshapen } from '#core/model/field-shapes.ts';
import type { Json } from '#core/model/json.ts';
import { DEFAULT_SETUP } from '#core/report/setup.ts';
import { anyHistory, type History, play } from '../../support/merge-histories.ts';
import { plantedItems } from '../../support/planted-case.ts';

/** A sound value of every field that may hold something, as plain JSON. */
const SOUND = JSON.parse(JSON.stringify(plantedItems('Sami'))) as Record<EntityName, Record<string, Json>>;
SOUND.purge = {
  what: 'person',
  places: [['a', 1, 2]],
  targets: [['claim', 'c', null]],
  restated: [['a', 1, 1]],
};
SOUND.redaction = { restated: [['a', 1, 1]] };

const filled = ENTITY_NAMES.flatMap((entity) =>
  Object.entries(SOUND[entity]).flatMap(([field, value]) =>
    value === null ? [] : [{ entity, field, value }],
  ),
);

/** The value with one part of it, at any depth, put in place of another kind of thing. */
function broken(value: Json): Json[] {
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    const inside = items.flatMap((item, at) => broken(item).map((other) => items.with(at, other)));
    return ['a word', { 0: 'a' }, 7, [...items, { no: 1 }], ...inside];
  }
  if (typeof value === 'object' && value !== null) {
    const record = new Map(Object.entries(value));
    const withOther = (key: string, other: Json): Json => Object.fromEntries(new Map(record).set(key, other));
    // Null is "not set" in some places of a value and wrong in others; what is filled is tried.
    const inside = [...record].flatMap(([key, held]) =>
      (held === null ? [{ no: 1 }] : broken(held)).map((other) => withOther(key, other)),
    );
    return ['a word', ['a word'], 7, ...inside];
  }
  if (typeof value === 'number') return ['7', [7], { no: 7 }, true];
  if (typeof value === 'boolean') return ['true', 1, {}];
  return [7, true, ['a word'], { no: 'word' }];
}

describe('the shapes of fields', () => {
  it('take a sound value of every field, and nothing anywhere', () => {
    for (const { entity, field, value } of filled) {
      expect([entity, field, misshapen(entity, { [field]: value })]).toEqual([entity, field, null]);
    }
    for (const entity of ENTITY_NAMES) {
      for (const field of Object.keys(DEFAULTS[entity]))
        expect(misshapen(entity, { [field]: null })).toBeNull();
    }
  });

  it('refuse each of them when any part of it is another kind of thing', () => {
    const taken: unknown[] = [];
    let tried = 0;
    for (const { entity, field, value } of filled) {
      for (const other of broken(value)) {
        tried += 1;
        if (misshapen(entity, { [field]: other }) !== field) taken.push([entity, field, other]);
      }
    }
    expect(taken).toEqual([]);
    expect(tried).toBeGreaterThan(600);
  });

  it.each([
    ['claim', 'priority', 'urgent'],
    ['claim', 'finding', { ...(SOUND.claim['finding'] as object), status: 'true' }],
    ['party', 'parts', ['hero']],
    ['assessment', 'stance', 'proves'],
    ['document', 'pages', [-1]],
    ['passage', 'voice', 'shouting'],
    ['release', 'seen', { actor: 'all' }],
  ] as const)('refuse words that the model does not have: %s %s', (entity, field, value) => {
    expect(misshapen(entity, { [field]: value })).toBe(field);
  });

  it('leave alone what no item of the kind has, by whatever name', () => {
    const patch = { ofTomorrow: { any: [1] }, toString: 'x', hasOwnProperty: [1] };
    expect(misshapen('claim', patch)).toBeNull();
  });

  it('take report settings that lack what came later', () => {
    const { standard: _standard, sections: _sections, ...older } = DEFAULT_SETUP;
    expect(
      misshapen('case', { reportSetup: { ...older, claimIds: null, sections: { counts: true } } }),
    ).toBeNull();
  });

  it('take whatever people write, purge, redact and merge', () => {
    const refused = (history: History): unknown[] =>
      [...play(history).written.values()].filter(
        ({ body }) => body !== null && misshapen(body.entity, body.patch) !== null,
      );
    const run = fc.check(
      fc.property(anyHistory, (history) => refused(history).length === 0),
      { numRuns: 200 },
    );
    expect(fc.defaultReportMessage(run)).toBeUndefined();
  });
});
