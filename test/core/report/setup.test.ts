import { describe, expect, it } from 'vitest';
import { buildReport } from '#core/report/build-report.ts';
import { DEFAULT_SETUP, type ReportSetup } from '#core/report/setup.ts';
import { claimDateWords } from '#core/report/wording.ts';
import { ar } from '#core/report/labels/ar.ts';
import { en } from '#core/report/labels/en.ts';
import { counted } from '#core/report/labels/report-labels.ts';
import { workedCase } from '../../support/worked-case.ts';

const SHA = '5e'.repeat(32);
const file = {
  sha256: SHA,
  crc32: 1,
  size: 1234,
  name: 'crossing.jpg',
  mediaType: 'image/jpeg',
  modified: null,
};
const worked = workedCase(12);
const { texts } = worked;
const state = {
  ...worked.state,
  evidence: new Map(
    [...worked.state.evidence].map(([id, item]) => [
      id,
      { ...item, file: item.kind === 'file' ? file : null },
    ]),
  ),
};
const actor = [...state.actor.keys()][0] ?? '';
const alias = state.actor.get(actor)?.alias ?? '';
const chains = {
  heads: [{ actor, seq: 41, hash: 'ab'.repeat(32) }],
  signature: { actor, publicKey: 'cHVibGlj', value: 'c2lnbmF0dXJl' },
};
const report = (setup: Partial<ReportSetup> = {}) =>
  buildReport(
    state,
    texts,
    { today: '2026-11-23', pictures: new Set(), chains },
    {
      ...DEFAULT_SETUP,
      ...setup,
    },
  );
const refs = (setup: Partial<ReportSetup>) => report(setup).claims.map(({ ref }) => ref);

describe('who may read it', () => {
  it.each(['internal', 'legal'] as const)('an %s report proves what it may', (audience) => {
    const { integrity } = report({ audience });
    expect(integrity?.heads).toEqual([{ writer: alias, entries: '41', hash: 'ab'.repeat(32) }]);
    expect(integrity?.items[0]).toMatchObject({ name: 'crossing.jpg', size: '1,234', sha256: SHA });
    expect(integrity?.signature.map(({ text }) => text)).toEqual([alias, 'cHVibGlj', 'c2lnbmF0dXJl']);
  });

  it('has no page of proofs where there is nothing to prove', () => {
    const facts = { today: '2026-11-23', pictures: new Set<string>(), chains: null };
    const none = { ...state, evidence: worked.state.evidence };
    expect(buildReport(none, texts, facts, { ...DEFAULT_SETUP, audience: 'legal' }).integrity).toBeNull();
  });

  it.each(['editor', 'public'] as const)(
    'for %s readers no hash and no signature stand in it',
    (audience) => {
      const made = report({ audience, sections: { ...DEFAULT_SETUP.sections, annex: true } });
      expect(made.integrity).toBeNull();
      const words = JSON.stringify(made);
      for (const proof of [SHA, 'ab'.repeat(32), 'c2lnbmF0dXJl', 'cHVibGlj'])
        expect(words.includes(proof), proof).toBe(false);
    },
  );
});

describe('what it holds', () => {
  it('is the claims asked for, and only those can be linked to', () => {
    const claimIds = [...state.claim.keys()].slice(0, 2);
    const made = report({ claimIds });
    const refs = claimIds.map((id) => state.claim.get(id)?.ref);
    expect(made.claims.map(({ ref }) => ref)).toEqual(refs);
    expect(made.total).toBe(2);
    expect(made.remarks).toContain('This report holds 2 claims of the case.');
    const links = made.claims.flatMap(({ relations }) => relations.map(({ key }) => key));
    const keys = new Set(made.claims.map(({ key }) => key));
    expect(links.every((key) => key === '' || keys.has(key))).toBe(true);
  });

  it('is without ids of the case, pictures apart, which are handed over under them', () => {
    const text = JSON.stringify(
      { ...report({ sections: { ...DEFAULT_SETUP.sections, annex: true } }) },
      (name, value: unknown) => (name === 'picture' ? '' : value),
    );
    for (const id of [...state.claim.keys(), ...state.evidence.keys(), ...state.party.keys()])
      expect(text).not.toContain(`"${id}"`);
  });

  it('keeps the place of a picture that cannot be had', () => {
    const named = report().claims.flatMap(({ evidence }) => evidence.map(({ picture }) => picture));
    expect(new Set(named)).toEqual(new Set(['missing', '']));
  });

  it('is ordered as asked, equals by reference', () => {
    const priorities = report({ order: 'priority' }).claims.map(({ priority }) => priority);
    expect(priorities).toEqual(
      [...priorities].sort(
        (a, b) => ['must', 'should', 'could'].indexOf(a) - ['must', 'should', 'could'].indexOf(b),
      ),
    );
    expect(refs({ order: 'reference' })).toEqual([...refs({ order: 'status' })].sort());
  });

  it('leaves out the parts that were turned off', () => {
    const off = Object.fromEntries(Object.keys(DEFAULT_SETUP.sections).map((part) => [part, false]));
    const made = report({ sections: { ...DEFAULT_SETUP.sections, ...off } });
    expect(made).toMatchObject({ summary: [], documents: [], method: [], table: false, annex: null });
    for (const claim of made.claims)
      expect(claim).toMatchObject({
        warnings: [],
        evidence: [],
        checks: [],
        relations: [],
        gaps: [],
        origins: '',
      });
  });

  it('for the editor is sorted by use, with wording and why', () => {
    const { uses, claims } = report({ product: 'summary' });
    expect(claims).toEqual([]);
    expect(uses.flatMap((group) => group.claims)).toHaveLength(12);
    expect(uses[0]?.label).toMatch(/^[A-Z]/);
    expect(uses[0]?.claims.some(({ wording, why }) => wording !== '' && why !== '')).toBe(true);
  });

  it('as an annex is each item once, with the claims it bears on and what its capture lacks', () => {
    const { annex } = report({ product: 'annex' });
    const items = (annex ?? []).map(({ ref }) => ref);
    expect(new Set(items).size).toBe(items.length);
    expect(annex?.every(({ bearings }) => bearings.length > 0)).toBe(true);
    expect(annex?.flatMap(({ gaps }) => gaps)).toContainEqual(expect.stringContaining('no copy is kept'));
  });

  it('as an annex in Arabic keeps the direction of a note within its line', () => {
    const bearings = report({ product: 'annex', language: 'ar' }).annex?.flatMap((item) => item.bearings);
    expect(bearings?.map(({ note }) => note)).toContainEqual(
      expect.stringContaining('\u2068The second paragraph, where the number stands.\u2069'),
    );
  });

  it('as a claim sheet is one claim', () => {
    expect(refs({ product: 'claim' })).toHaveLength(1);
  });
});

describe('in Arabic', () => {
  it('has a word for every word of the English report', () => {
    const shape = (value: unknown): unknown =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.keys(value).sort()
        : typeof value;
    for (const part of ['headings', 'lines', 'marks', 'warning', 'products'] as const)
      expect(shape(ar[part])).toEqual(shape(en[part]));
    for (const [key, words] of Object.entries({ ...ar.lines, ...ar.headings, ...ar.warning }))
      expect(JSON.stringify(words), key).toMatch(/\p{Script=Arabic}|SHA-256/u);
  });

  it('counts by the plural forms of the language', () => {
    const said = [0, 1, 2, 3, 11, 100].map((count) => counted(ar, 'originsFor', count));
    expect(new Set(said).size).toBe(6);
    expect(said[2]).toBe('مصدران مستقلان يؤيدانه');
    expect(said[3]).toBe('3 مصادر مستقلة تؤيده');
    expect(said[4]).toBe('11 مصدراً مستقلاً تؤيده');
  });

  it('keeps a Hijri date in its calendar, in words', () => {
    expect(claimDateWords({ edtf: '1435-12-10', calendar: 'hijri' }, ar)).toBe('10 ذو الحجة 1435 هـ');
    expect(claimDateWords({ edtf: '1435-12', calendar: 'hijri' }, en)).toBe('Dhu al-Hijja 1435 AH');
    expect(claimDateWords({ edtf: '2014-09~', calendar: 'gregorian' }, ar)).toBe('نحو أيلول 2014');
  });

  it('isolates words of the other direction', () => {
    const made = report({ language: 'ar' });
    expect(made.rtl).toBe(true);
    expect(made.author).toBe(`إعداد \u2068${alias}\u2069`);
    expect(made.claims.flatMap(({ gaps }) => gaps)[0]).toMatch(/^\u2068E-\d+\u2069: /u);
  });
});
