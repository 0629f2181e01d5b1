import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReport } from '#core/report/build-report.ts';
import { excerptOf, type ReportPlace } from '#core/report/excerpt.ts';
import { DEFAULT_SETUP, type ReportSetup } from '#core/report/setup.ts';
import { numbered, viewOf } from '#core/report/view.ts';
import { workedCase } from '../../support/worked-case.ts';

const { state, texts } = workedCase(40);
const modelOf = (setup: Partial<ReportSetup> = {}) =>
  buildReport(state, texts, { today: '2026-11-23', pictures: new Set() }, { ...DEFAULT_SETUP, ...setup });
const WITH_ANNEX = { sections: { ...DEFAULT_SETUP.sections, annex: true } };
const at = (kind: ReportPlace['kind'], page: number, top = 76): ReportPlace => ({
  kind,
  page,
  top,
  height: 842,
});

describe('the part of a report that is looked at', () => {
  it('is its beginning, with all lines of its table, while the first pages are in view', () => {
    const { view } = viewOf([at('claim', 3), at('claim', 4), at('claim', 9)], 2);
    expect(view).toEqual({ from: null, items: 3, pages: 4 });
    const part = excerptOf(modelOf(), view);
    expect(part?.claims).toHaveLength(3);
    expect(part?.excerpt).toMatchObject({ front: true, claims: true, annex: false });
    expect(part?.excerpt.rows).toHaveLength(40);
    expect(part?.integrity).toBeNull();
  });

  it('begins with the last item that begins on an earlier page, as far down as that stood', () => {
    const places = [at('claim', 3), at('claim', 4, 200), at('claim', 4, 700), at('claim', 6), at('claim', 9)];
    const { view, at: page, skipped } = viewOf(places, 5);
    expect(view).toEqual({ from: { kind: 'claim', at: 2, top: 700 }, items: 3, pages: 0 });
    expect([page, skipped]).toEqual([5, 1]);
    const part = excerptOf(modelOf(), view);
    expect(part?.claims.map(({ ref }) => ref)).toEqual(['C-03', 'C-04', 'C-05']);
    expect(part?.excerpt).toMatchObject({ front: false, top: 700 });
  });

  it('never begins with an item that has the heading of its part before it', () => {
    const places = [at('claim', 1), at('claim', 2), at('item', 3), at('item', 5)];
    expect(viewOf(places, 2).view.from).toBeNull();
    expect(viewOf(places, 4).view.from).toMatchObject({ kind: 'claim', at: 1 });
    expect(viewOf(places, 6).view.from).toMatchObject({ kind: 'item', at: 1 });
  });

  it('goes on into the annex, and to the end where that is in view', () => {
    const model = modelOf(WITH_ANNEX);
    const annex = model.annex?.length ?? 0;
    const into = excerptOf(model, { from: { kind: 'claim', at: 38, top: 90 }, items: 5, pages: 0 });
    expect(into?.claims).toHaveLength(2);
    expect(into?.annex).toHaveLength(3);
    expect(into?.excerpt.annex).toBe(true);
    expect(into?.integrity).toBeNull();
    const end = excerptOf(model, { from: { kind: 'item', at: annex - 2, top: 90 }, items: 5, pages: 0 });
    expect(end?.claims).toHaveLength(0);
    expect(end?.annex).toHaveLength(2);
    expect(end?.excerpt.annex).toBe(false);
    expect(end?.integrity).toEqual(model.integrity);
  });

  it('is cut from the tables of the summary for the editor as well', () => {
    const part = excerptOf(modelOf({ product: 'summary' }), { from: null, items: 3, pages: 0 });
    expect(part?.uses.flatMap(({ claims }) => claims)).toHaveLength(0);
  });

  it('is nothing of its own where the whole is hardly more', () => {
    expect(excerptOf(modelOf({ product: 'claim' }), { from: null, items: 3, pages: 2 })).toBeNull();
  });

  it('always holds items that follow each other in the whole, whatever was looked at', () => {
    const models = [modelOf(WITH_ANNEX), modelOf(), modelOf({ product: 'annex' })];
    const pages = fc
      .array(fc.nat(30), { minLength: 1, maxLength: 80 })
      .map((some) => some.sort((a, b) => a - b));
    fc.assert(
      fc.property(
        fc.constantFrom(...models),
        pages,
        fc.nat(100),
        fc.nat(32),
        (model, laidOut, share, page) => {
          const places = laidOut.map((each, index) =>
            at(index * 100 < laidOut.length * share ? 'claim' : 'item', each),
          );
          const part = excerptOf(model, viewOf(places, page).view);
          if (!part) return;
          const keys = (of: typeof model) =>
            [...of.claims.map(({ key }) => `c${key}`), ...(of.annex ?? []).map(({ key }) => `e${key}`)].join(
              ' ',
            );
          expect(keys(model)).toContain(keys(part));
          expect(part.excerpt.front || keys(part) !== '').toBe(true);
          expect(part.annex === null).toBe(model.annex === null);
        },
      ),
    );
  });
});

describe('places of a report', () => {
  it('are counted among their kind, on from where the part begins', () => {
    const places = [at('claim', 0), at('claim', 1), at('item', 1)];
    const counts = (from?: Parameters<typeof numbered>[1]) =>
      numbered(places, from).map(({ number }) => number);
    expect(counts()).toEqual([0, 1, 0]);
    expect(counts({ kind: 'claim', at: 7, top: 0 })).toEqual([7, 8, 0]);
  });
});
