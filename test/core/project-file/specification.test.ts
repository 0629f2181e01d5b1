import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULTS, ENTITY_NAMES } from '#core/model/entities.ts';
import { plantedItems } from '../../support/planted-case.ts';

const text = readFileSync(new URL('../../../docs/project-file.md', import.meta.url), 'utf8');
const tables = text.slice(text.indexOf('## 10.'));
const row = (entity: string): string =>
  tables.split('\n').find((line) => line.startsWith(`| \`${entity}\``)) ?? '';
const SEPARATE = new Set(['anchor', 'anchors', 'ladder', 'finding', 'secondReads', 'reportSetup', 'filter']);

/** Keys of the records in a value, at any depth. */
function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => [key, ...keysIn(held)]);
}

describe('docs/project-file.md', () => {
  it.each(ENTITY_NAMES)('names every field of %s, and what stands inside of it', (entity) => {
    for (const [field, value] of Object.entries(plantedItems('x')[entity])) {
      expect(row(entity)).toContain(`\`${field}\``);
      if (SEPARATE.has(field) || field === 'seen') continue;
      for (const key of keysIn(value)) expect(row(entity)).toMatch(new RegExp(`\\b${key}\\b`));
    }
    expect(Object.keys(DEFAULTS[entity]).sort()).toEqual(Object.keys(plantedItems('x')[entity]).sort());
  });

  it('says what an anchor, a ladder and a finding are', () => {
    const { claim } = plantedItems('x');
    for (const value of [claim.anchors, claim.ladder, claim.finding]) {
      for (const key of keysIn(value)) expect(text).toMatch(new RegExp(`\\b${key}\\b`));
    }
  });
});
