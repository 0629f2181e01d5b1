import { describe, expect, it } from 'vitest';
import { anchorFits } from '#core/anchoring/make-anchor.ts';
import { ENTITY_NAMES } from '#core/model/entities.ts';
import { findNeedles } from '#core/protection/find.ts';
import { needlesOf } from '#core/protection/needles.ts';
import { CASES, FAMILY, plain } from '../../support/spelling-ways.ts';
import { allOf, leavingPlanted, plantedCase, plantedItems } from '../../support/planted-case.ts';

const name = (text: string) => ({
  text,
  script: /\p{Script=Arabic}/u.test(text) ? ('arabic' as const) : ('latin' as const),
  kind: 'name' as const,
});

describe('a protected name planted in every field of every kind of item', () => {
  it('there are more than 200 cases, each in all fields', () => {
    expect(CASES.length * ENTITY_NAMES.length).toBeGreaterThan(200);
    expect(CASES.length).toBeGreaterThan(150);
  });

  it.each(CASES)('%s, %s: leaves nowhere', (one, _, words) => {
    const hidden = { names: [name(one)], pseudonym: 'Witness 7' };
    const leaving = leavingPlanted(words, hidden);
    const secret = FAMILY[one] ?? /./u;
    for (const entity of ENTITY_NAMES) {
      const all = allOf(leaving, entity);
      expect(
        plain(decodeURIComponent(all.replaceAll('\\n', '\n').replaceAll('\\r', '\r'))),
        entity,
      ).not.toMatch(secret);
    }
    for (const text of leaving.texts.values()) expect(plain(text)).not.toMatch(secret);
    const needles = needlesOf(plantedCase(words, hidden));
    expect(findNeedles(allOf(leaving), needles)).toEqual([]);
  });

  it.each(CASES.slice(0, 30))('%s, %s: anchors stand exactly in the text that leaves', (one, _, words) => {
    const leaving = leavingPlanted(words, { names: [name(one)] });
    const text = leaving.texts.get('document') ?? '';
    const document = leaving.state.document.get('document');
    const anchors = [
      ...(leaving.state.claim.get('claim')?.anchors ?? []),
      leaving.state.passage.get('passage')?.anchor,
      leaving.state.note.get('note')?.anchor,
    ];
    expect(text).toContain('[name withheld]');
    for (const anchor of anchors) {
      expect(anchor && anchorFits(anchor, text)).toBe(true);
      expect(anchor && text.slice(Math.max(0, anchor.start - 32), anchor.start)).toBe(anchor?.prefix);
      expect(anchor && text.slice(anchor.end, anchor.end + 32)).toBe(anchor?.suffix);
    }
    expect(document?.length).toBe(text.length);
    expect(document?.origin).toBeNull();
  });

  it('changes nothing where no protected name stands', () => {
    const { state, texts, replaced } = leavingPlanted('the old bridge', { names: [name('Amer al-Naklawi')] });
    const items = plantedItems('the old bridge');
    for (const entity of ENTITY_NAMES) {
      if (entity === 'detail' || entity === 'release' || entity === 'filter') continue;
      if (entity === 'party') continue;
      expect(state[entity].get(entity), entity).toMatchObject(items[entity]);
    }
    expect(texts.get('document')).toContain('the old bridge');
    expect(replaced).toEqual([]);
  });
});
