import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CAPTURE_ELEMENTS,
  captureGaps,
  capturesOf,
  gapsOfLink,
  type TakenCapture,
} from '#core/finding/capture-set.ts';
import { independentOrigins } from '#core/finding/origins.ts';
import { CAPTURE_PARTS, guessParts, OPTIONAL_PARTS } from '#core/model/capture.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { createOrigin } from '#renderer/commands/create-origin.ts';
import { editEvidence } from '#renderer/commands/edit-evidence.ts';
import { removeEvidence } from '#renderer/commands/remove-evidence.ts';
import { leavingCase } from '#core/protection/leaving.ts';
import { beyondText } from '#core/protection/beyond-text.ts';
import { restsOn } from '#core/merge/rests-on.ts';
import { goneWith } from '#core/merge/gone-with.ts';
import { evidenceRows } from '#core/queries/evidence-rows.ts';
import { bagFiles } from '#core/exchange/bag/bag-files.ts';
import { evidenceCsv } from '#core/exchange/csv/claims-csv.ts';
import { parseCsv } from '#core/exchange/csv/csv-text.ts';
import { ArticleWorld } from '../../support/article-world.ts';

const fileOf = (name: string, digit: string) => ({
  sha256: digit.repeat(64),
  crc32: 1,
  size: 3,
  name,
  mediaType: name.endsWith('.png') ? 'image/png' : 'text/html',
  modified: null,
});

const TAKEN = { at: '2014-09-03T14:05+03:00', tool: 'Firefox 128', by: 'Anna' };

/** A link that bears on a claim, with the page as HTML and as a picture. */
function worldWithLink() {
  const world = new ArticleWorld();
  world.claim('a');
  world.claim('b', 'spies went to Turkey');
  world.run(attachEvidence, {
    items: [{ id: 'link', kind: 'link', fields: { url: 'https://example.org/a' } }],
    bearing: { claimId: 'a', stance: 'supports' },
  });
  capture(world, 'page', 'a.html', '1');
  capture(world, 'shot', 'a.png', '2');
  return world;
}

function capture(world: ArticleWorld, id: string, name: string, digit: string, linkId = 'link') {
  const file = fileOf(name, digit);
  const fields = { capture: { linkId, shows: guessParts(file), ...TAKEN } };
  world.run(attachEvidence, { items: [{ id, kind: 'file', file, fields }], bearing: null });
}

describe('the meter of a capture set', () => {
  const part = fc.subarray([...CAPTURE_PARTS]);
  const maybe = (text: string) => fc.constantFrom(null, text);
  const taken: fc.Arbitrary<TakenCapture> = fc.record({
    shows: part,
    at: maybe('2014'),
    tool: maybe('Firefox'),
    by: maybe('Anna'),
    hashed: fc.boolean(),
  });
  const link = fc.record({
    url: maybe('https://example.org'),
    description: maybe('posted by a neighbour'),
    captureNone: fc.subarray([...OPTIONAL_PARTS]),
  });

  it('lacks everything of an empty link and nothing of a full set', () => {
    const none = { url: null, description: null, captureNone: [] };
    expect(captureGaps(none, [])).toEqual([...CAPTURE_ELEMENTS]);
    const full = [{ shows: CAPTURE_PARTS, at: '2014', tool: 'x', by: 'y', hashed: true }];
    expect(captureGaps({ ...none, url: 'https://example.org' }, full)).toEqual([]);
  });

  it('never lacks a part for a capture more, and never gains by one that says less', () => {
    const parts = (gaps: readonly string[]) => gaps.filter((gap) => CAPTURE_PARTS.some((one) => one === gap));
    fc.assert(
      fc.property(link, fc.array(taken, { maxLength: 4 }), taken, (page, captures, more) => {
        const before = captureGaps(page, captures);
        const after = captureGaps(page, [...captures, more]);
        expect(parts(before)).toEqual(expect.arrayContaining(parts(after)));
        const ofEach = ['time', 'tool', 'person', 'hash'] as const;
        const were = captures.length === 0 ? [] : ofEach.filter((element) => before.includes(element));
        expect(after).toEqual(expect.arrayContaining(were));
      }),
    );
  });

  it('does not depend on the order, names each gap once and in the order of the set', () => {
    fc.assert(
      fc.property(link, fc.array(taken, { maxLength: 4 }), (page, captures) => {
        const gaps = captureGaps(page, captures);
        expect(captureGaps(page, [...captures].reverse())).toEqual(gaps);
        expect(gaps).toEqual(CAPTURE_ELEMENTS.filter((element) => gaps.includes(element)));
      }),
    );
  });

  it('takes a page’s word for what it does not have, but never for its source or its picture', () => {
    fc.assert(
      fc.property(link, fc.array(taken, { maxLength: 4 }), (page, captures) => {
        const gaps = captureGaps({ ...page, captureNone: OPTIONAL_PARTS }, captures);
        for (const none of OPTIONAL_PARTS) expect(gaps).not.toContain(none);
        for (const part of ['source code', 'full page'] as const)
          expect(gaps.includes(part)).toBe(!captures.some(({ shows }) => shows.includes(part)));
      }),
    );
  });
});

describe('captures of a link', () => {
  it('are items of their own that stand for their link', () => {
    const world = worldWithLink();
    expect(capturesOf(world.state, 'link').map(({ ref }) => ref)).toEqual(['E-02', 'E-03']);
    expect(gapsOfLink(world.state, world.get('evidence', 'link'))).toEqual([
      'embedded media',
      'embedded metadata',
      'context',
    ]);
    world.run(createOrigin, { id: 'o', name: 'Outlet', evidenceIds: ['link'] });
    expect(evidenceRows(world.state)[1]).toMatchObject({ origin: 'Outlet', captureOf: 'E-01' });
    world.run(attachEvidence, {
      items: [{ id: 'more', kind: 'file', file: fileOf('b.png', '4'), fields: {} }],
      bearing: { claimId: 'a', stance: 'supports' },
    });
    const { forCount } = independentOrigins(world.state, 'a');
    expect(forCount).toBe(1);
  });

  it('go with their link when it is removed, purged or shared', () => {
    const world = worldWithLink();
    const ids = (items: readonly { entity: string; id: string }[]) =>
      items.filter(({ entity }) => entity === 'evidence').map(({ id }) => id);
    expect(ids(restsOn(world.state, ['a']))).toEqual(['link', 'page', 'shot']);
    expect(ids(restsOn(world.state, ['b']))).toEqual([]);
    expect(ids(goneWith(world.state, { entity: 'evidence', id: 'link' }, new Set()))).toEqual([
      'link',
      'page',
      'shot',
    ]);
    expect(bagFiles({ state: world.state, texts: new Map() }, ['a']).files).toHaveLength(2);
    expect(bagFiles({ state: world.state, texts: new Map() }, ['b']).files).toHaveLength(0);
    const altered = new Set(['1'.repeat(64)]);
    expect(bagFiles({ state: world.state, texts: new Map() }, ['a'], altered).files).toHaveLength(1);
    world.run(removeEvidence, { evidenceId: 'link' });
    expect(world.state.evidence.size).toBe(0);
  });

  it('are as much off the record as their link', () => {
    const world = worldWithLink();
    const receipt = {
      from: null,
      via: null,
      when: null,
      forwarded: null,
      saidToShow: null,
      terms: 'off record' as const,
      consent: null,
    };
    world.run(editEvidence, { evidenceId: 'link', fields: { receipt } });
    const leaving = leavingCase(world.state, new Map(), { language: 'en' });
    expect(leaving.state.evidence.size).toBe(0);
    expect(leaving.leftOut).toBe(3);
  });

  it('may show whoever the link’s claims are about, though no claim names them', () => {
    const world = worldWithLink();
    world.person('sami', 'Sami Fourati', { safety: 'protected' });
    world.write([{ entity: 'claim', entityId: 'a', op: 'update', patch: { subjects: ['sami'] } }]);
    expect(beyondText(world.state).map(({ evidence }) => evidence.id)).toContain('shot');
  });

  it('belong to links alone, and are told by a table of evidence', () => {
    const world = worldWithLink();
    world.evidence('words', null);
    const file = fileOf('c.html', '5');
    const fields = { capture: { linkId: 'words', shows: guessParts(file), ...TAKEN } };
    const item = { kind: 'file' as const, file, fields };
    expect(world.refusal(attachEvidence, { items: [item], bearing: null }).refused).toBe('not-a-link');
    const { columns, rows } = parseCsv(evidenceCsv({ state: world.state, texts: new Map() }, ['a']));
    const column = columns.indexOf('Capture of');
    expect(rows.map(({ cells }) => cells.slice(column, column + 5))).toEqual([
      ['', '', '', '', ''],
      ['E-01', 'source code', TAKEN.at, TAKEN.tool, TAKEN.by],
      ['E-01', 'full page', TAKEN.at, TAKEN.tool, TAKEN.by],
    ]);
  });
});
