import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webAnnotations } from '#core/exchange/web-annotation/build.ts';
import { codePointsBefore } from '#core/exchange/web-annotation/code-points.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { anchorOf, CaseWorld } from '../../support/case-world.ts';
import { workedCase } from '../../support/worked-case.ts';

const SETUP = { title: 'Desertions', language: 'en', collectionId: '018f0000-0000-7000-8000-000000000001' };
type Node = Record<string, unknown>;
type Selector = { type: string; exact: string; prefix: string; suffix: string; start: number; end: number };
type Target = { type: string; source: string; selector: Selector[] };
type Annotation = Node & { id: string; body: Node[]; target: Target[] };
type Collection = Node & { total: number; first: Node & { items: Annotation[] } };
const built = (text: string): Collection => JSON.parse(text) as Collection;

/** W3C Web Annotation Data Model, Recommendation of 23 February 2017. */
describe('Web Annotations', () => {
  const { state, texts } = workedCase(12);
  const whole = built(webAnnotations({ state, texts }, null, SETUP).text);
  const { items } = whole.first;

  it('3.1: the context first; each annotation with one IRI, its type and a target', () => {
    expect(Object.entries(whole)[0]).toEqual(['@context', 'http://www.w3.org/ns/anno.jsonld']);
    for (const item of items) {
      expect(item).toMatchObject({
        type: 'Annotation',
        id: expect.stringMatching(/^urn:[a-z0-9-]+:\S+$/) as string,
      });
      expect(item.target.length).toBeGreaterThan(0);
    }
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('3.2.4, 3.3.5: text bodies with value, format and a purpose among the motivations', () => {
    const motivations = ['describing', 'classifying', 'assessing', 'tagging'];
    for (const body of items.flatMap((item) => item.body)) {
      expect(body).toMatchObject({
        type: 'TextualBody',
        format: 'text/plain',
        value: expect.stringMatching(/\S/) as string,
      });
      expect(motivations).toContain(body['purpose']);
    }
  });

  it('4.2.4, 4.2.5: the words by quotation and by position, in code points', () => {
    const points = [...(texts.get('document-1') ?? '')];
    for (const { type, source, selector } of items.flatMap(({ target }) => target)) {
      expect(type).toBe('SpecificResource');
      expect(source).toMatch(/^https:\/\//);
      const [quote, position] = selector;
      expect(quote?.type).toBe('TextQuoteSelector');
      expect(position?.type).toBe('TextPositionSelector');
      expect(points.slice(position?.start, position?.end).join('')).toBe(quote?.exact);
    }
  });

  it('5.1, 5.2: a collection with its label and total, its page embedded with startIndex and items', () => {
    expect(whole).toMatchObject({ type: 'AnnotationCollection', label: 'Desertions', total: 12 });
    expect(whole.first).toMatchObject({ type: 'AnnotationPage', startIndex: 0 });
    expect(items).toHaveLength(12);
  });

  it('counts a character beyond the basic plane as one', () => {
    const world = new CaseWorld();
    world.document('d', '🚩🚩 the flag 🚩 fell');
    world.run(makeClaim, { id: 'c', anchors: [anchorOf('d', '🚩🚩 the flag 🚩 fell', '🚩 fell')] });
    const { first } = built(
      webAnnotations({ state: world.state, texts: new Map([['d', '🚩🚩 the flag 🚩 fell']]) }, null, SETUP)
        .text,
    );
    expect(first.items[0]?.target[0]?.selector[1]).toEqual({
      type: 'TextPositionSelector',
      start: 12,
      end: 18,
    });
  });

  it('agrees with counting one by one, for any text and places', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(text, (words) => {
        const offsets = [...words].reduce(
          (ends: number[], point) => [...ends, (ends.at(-1) ?? 0) + point.length],
          [0],
        );
        const points = codePointsBefore(words, offsets.toReversed());
        expect(offsets.map((offset) => points.get(offset))).toEqual(offsets.map((_, at) => at));
      }),
    );
  });

  it('leaves out, by name, a claim that stands nowhere', () => {
    const world = new CaseWorld();
    world.write([{ entity: 'claim', entityId: 'c', op: 'create', patch: { ref: 'C-01', statement: 'x' } }]);
    const { text, leftOut } = webAnnotations({ state: world.state, texts: new Map() }, null, SETUP);
    expect(leftOut).toEqual(['C-01']);
    expect(built(text)).toMatchObject({ total: 0 });
  });
});
