import { describe, expect, it } from 'vitest';
import { reviewQueue } from '#core/revision/review-queue.ts';
import { currentDocuments, families } from '#core/revision/revisions.ts';
import { addAnchor } from '#renderer/commands/add-anchor.ts';
import { addNote } from '#renderer/commands/add-note.ts';
import { editDocument } from '#renderer/commands/edit-document.ts';
import { importDocument } from '#renderer/commands/import-document.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { moveExact } from '#renderer/commands/move-exact.ts';
import { removeDocument } from '#renderer/commands/remove-document.ts';
import { setPassage } from '#renderer/commands/set-passage.ts';
import { settleAnchor } from '#renderer/commands/settle-anchor.ts';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import { ArticleWorld, TEXT } from '../support/article-world.ts';

const NOW = `UPDATE. ${TEXT.replace('leaders fled', 'leaders may have fled')}`;
const texts = new Map([
  ['doc', TEXT],
  ['new', NOW],
]);

function reimported(world: ArticleWorld): ArticleWorld {
  const revisionOf = { id: 'doc', texts };
  const fields = { title: 'Document doc', author: null };
  world.run(importDocument, { id: 'new', text: NOW, origin: null, revisionOf, fields });
  return world;
}

const inNew = (words: string) => {
  const start = NOW.indexOf(words);
  return makeAnchor('new', NOW, start, start + words.length);
};

describe('a newer version of an article', () => {
  it('takes along what stands there word for word, and leaves the rest to be looked at', () => {
    const world = new ArticleWorld();
    world.claim('fled');
    world.claim('turkey', 'spies went to Turkey');
    world.run(setPassage, {
      anchor: world.anchor('They came back to Deir Ezzor'),
      voice: 'narration',
      ladder: [],
    });
    world.run(addNote, {
      claimId: 'fled',
      kind: 'note',
      text: 'n',
      anchor: world.anchor('all of them prominent'),
    });
    reimported(world);
    expect(world.get('claim', 'turkey').anchors).toEqual([inNew('spies went to Turkey')]);
    expect(world.get('claim', 'fled').anchors).toEqual([world.anchor('leaders fled')]);
    expect([...world.state.passage.values()].map(({ anchor }) => anchor)).toEqual([
      inNew('They came back to Deir Ezzor'),
    ]);
    expect([...world.state.note.values()].map(({ anchor }) => anchor)).toEqual([
      inNew('all of them prominent'),
    ]);
    expect(reviewQueue(world.state)).toMatchObject([{ entity: 'claim', id: 'fled', to: 'new' }]);
  });

  it('keeps what was said of the article, unless its own file says otherwise', () => {
    const world = new ArticleWorld();
    const said = { author: 'Staff', url: 'https://news.example/a', published: '2014', language: 'en' };
    world.run(editDocument, { documentId: 'doc', fields: said });
    reimported(world);
    const { author, url, published, language, revisionOf } = world.get('document', 'new');
    expect({ author, url, published, language, revisionOf }).toEqual({
      ...said,
      published: null,
      revisionOf: 'doc',
    });
  });

  it('is settled anchor by anchor: in a place a person chose, or not there any more', () => {
    const world = new ArticleWorld();
    world.claim('fled');
    world.claim('gone', 'The group included');
    world.run(setPassage, { anchor: world.anchor('leaders fled'), voice: 'indirect', ladder: [] });
    reimported(world);
    const [passageId = ''] = world.state.passage.keys();
    const from = world.anchor('leaders fled');
    const to = inNew('leaders may have fled');
    world.run(settleAnchor, { item: { entity: 'claim', id: 'fled' }, from, to });
    world.run(settleAnchor, { item: { entity: 'passage', id: passageId }, from, to });
    expect(world.get('claim', 'fled').anchors).toEqual([to]);
    expect(world.get('passage', passageId).anchor).toEqual(to);
    expect(reviewQueue(world.state).map(({ id }) => id)).toEqual(['gone']);
    const left = world.anchor('The group included');
    world.run(settleAnchor, { item: { entity: 'claim', id: 'gone' }, from: left, to: null });
    expect(world.get('claim', 'gone').anchors).toEqual([{ ...left, notIn: 'new' }]);
    expect(reviewQueue(world.state)).toEqual([]);
  });

  it('asks again in the version after that', () => {
    const world = new ArticleWorld();
    world.claim('fled');
    reimported(world);
    const from = world.anchor('leaders fled');
    world.run(settleAnchor, { item: { entity: 'claim', id: 'fled' }, from, to: null });
    const revisionOf = { id: 'new', texts };
    world.run(importDocument, {
      id: 'third',
      text: 'Short.',
      origin: null,
      revisionOf,
      fields: { title: 'T' },
    });
    expect(reviewQueue(world.state)).toMatchObject([{ id: 'fled', to: 'third' }]);
    const back = { id: 'third', texts };
    world.run(importDocument, {
      id: 'fourth',
      text: TEXT,
      origin: null,
      revisionOf: back,
      fields: { title: 'T' },
    });
    expect(world.get('claim', 'fled').anchors).toMatchObject([
      { documentId: 'fourth', exact: 'leaders fled' },
    ]);
  });

  it('refuses to settle what is not there', () => {
    const world = reimported(new ArticleWorld());
    world.claim('fled');
    const item = { entity: 'claim' as const, id: 'fled' };
    const nowhere = { documentId: 'doc', start: 1, end: 2 };
    expect(world.refusal(settleAnchor, { item, from: nowhere, to: null }).refused).toBe('not-found');
    const from = world.anchor('leaders fled');
    const bad = { ...inNew('UPDATE'), end: 10_000 };
    expect(world.refusal(settleAnchor, { item, from, to: bad }).refused).toBe('anchor-bad');
    expect(world.refusal(settleAnchor, { item, from: inNew('UPDATE'), to: null }).refused).toBe('not-found');
  });

  it('lets no stretch have two voices', () => {
    const world = reimported(new ArticleWorld());
    world.run(setPassage, { id: 'late', anchor: world.anchor('spies went'), voice: 'direct', ladder: [] });
    world.run(setPassage, {
      id: 'new one',
      anchor: inNew('that spies went to'),
      voice: 'indirect',
      ladder: [],
    });
    world.run(moveExact, { documentId: 'new', texts });
    expect(world.get('passage', 'late').anchor.documentId).toBe('doc');
    const from = world.anchor('spies went');
    world.run(settleAnchor, { item: { entity: 'passage', id: 'late' }, from, to: inNew('spies went') });
    const spans = [...world.state.passage.values()].map(({ anchor }) => anchor.exact);
    expect(spans.sort()).toEqual([' to', 'spies went', 'that ']);
  });
});

describe('claims a colleague made in the earlier version', () => {
  it('wait, and move together once a person says so', () => {
    const world = reimported(new ArticleWorld());
    world.claim('late', 'spies went to Turkey');
    world.run(makeClaim, { id: 'both', anchors: [inNew('prominent')] });
    world.run(addAnchor, { claimId: 'both', anchor: world.anchor('prominent') });
    expect(reviewQueue(world.state)).toHaveLength(2);
    world.run(moveExact, { documentId: 'new', texts });
    expect(reviewQueue(world.state)).toEqual([]);
    expect(world.get('claim', 'both').anchors).toEqual([inNew('prominent')]);
  });
});

describe('the versions of an article', () => {
  it('are in one order for everybody, also where two read it in again at the same time', () => {
    const world = new ArticleWorld();
    const add = (id: string, of: string) =>
      world.run(importDocument, {
        id,
        text: 'Words.',
        origin: null,
        revisionOf: { id: of, texts },
        fields: { title: id },
      });
    add('b', 'doc');
    add('a', 'doc');
    add('z', 'a');
    const family = families(world.state.document).get('b') ?? [];
    expect(family.map(({ id }) => id)).toEqual(['doc', 'a', 'b', 'z']);
    expect(currentDocuments(world.state.document).map(({ id }) => id)).toEqual(['z']);
    world.run(removeDocument, { documentId: 'a' });
    expect(
      families(world.state.document)
        .get('doc')
        ?.map(({ id }) => id),
    ).toEqual(['doc', 'b', 'z']);
  });

  it('end nowhere in a circle that a damaged file may hold', () => {
    const world = new ArticleWorld();
    world.document('two', 'Other words.');
    const circle = new Map(
      [...world.state.document.values()].map((document) => [
        document.id,
        { ...document, revisionOf: document.id === 'doc' ? 'two' : 'doc' },
      ]),
    );
    expect(
      families(circle)
        .get('doc')
        ?.map(({ id }) => id),
    ).toEqual(['doc', 'two']);
  });
});
