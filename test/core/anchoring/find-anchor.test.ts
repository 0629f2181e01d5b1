import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAnchor } from '#core/anchoring/find-anchor.ts';
import { anchorFits, makeAnchor } from '#core/anchoring/make-anchor.ts';
import { anyText, textAndAnchor } from './arbitraries.ts';

const text = 'He was arrested on Monday. She was arrested on Tuesday.';
const anchor = makeAnchor('d', text, 30, 42);

describe('an anchor checked against a text', () => {
  it('fits where its words stand', () => {
    expect(anchor.exact).toBe(' was arreste');
    expect(findAnchor(anchor, text)).toEqual({ kind: 'fits', anchor });
  });

  it('has moved when its words and surroundings stand elsewhere, once', () => {
    const later = `Corrected. ${text}`;
    expect(findAnchor(anchor, later)).toEqual({ kind: 'moved', anchor: makeAnchor('d', later, 41, 53) });
  });

  it('no longer fits when its surroundings changed, however alike the words', () => {
    const rewritten = `Corrected. ${text.replace('She', 'Sami')}`;
    expect(rewritten).toContain(anchor.exact);
    expect(findAnchor(anchor, rewritten)).toEqual({ kind: 'no longer fits' });
  });

  it('no longer fits when it could be in two places', () => {
    expect(findAnchor(anchor, `- ${text} ${text}`)).toEqual({ kind: 'no longer fits' });
  });

  it('no longer fits where two places overlap', () => {
    const repeated = makeAnchor('d', 'aa', 0, 2);
    expect(findAnchor(repeated, 'baaa')).toEqual({ kind: 'no longer fits' });
  });

  it('always fits the text it was made in', () => {
    fc.assert(
      fc.property(textAndAnchor, ({ text: own, anchor: made }) => {
        expect(findAnchor(made, own)).toEqual({ kind: 'fits', anchor: made });
      }),
    );
  });

  it('lands on the very same words or nowhere', () => {
    fc.assert(
      fc.property(textAndAnchor, anyText, fc.boolean(), ({ text: own, anchor: made }, other, before) => {
        const changed = before ? other + own : other;
        const found = findAnchor(made, changed);
        if (found.kind === 'no longer fits') return;
        expect(anchorFits(found.anchor, changed)).toBe(true);
        expect(found.anchor.exact).toBe(made.exact);
      }),
    );
  });
});
