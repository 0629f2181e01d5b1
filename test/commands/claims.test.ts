import { describe, expect, it } from 'vitest';
import { addAnchor } from '#renderer/commands/add-anchor.ts';
import { deleteClaim } from '#renderer/commands/delete-claim.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { addNote } from '#renderer/commands/add-note.ts';
import { addRelation } from '#renderer/commands/add-relation.ts';
import { mergeClaims } from '#renderer/commands/merge-claims.ts';
import { removeAnchor } from '#renderer/commands/remove-anchor.ts';
import { setPriority } from '#renderer/commands/set-priority.ts';
import { setTags } from '#renderer/commands/set-tags.ts';
import { setUse } from '#renderer/commands/set-use.ts';
import { skipClaim } from '#renderer/commands/skip-claim.ts';
import { splitClaim } from '#renderer/commands/split-claim.ts';
import { unskipClaim } from '#renderer/commands/unskip-claim.ts';
import { ArticleWorld } from '../support/article-world.ts';

describe('making a claim', () => {
  it('takes the next reference, the words as a statement, and inherits its ladder', () => {
    const world = new ArticleWorld();
    world.claim('a', 'leaders fled');
    world.claim('b', 'spies went to Turkey');
    expect(world.get('claim', 'a')).toMatchObject({ ref: 'C-01', statement: 'Leaders fled.', ladder: null });
    expect(world.get('claim', 'b').ref).toBe('C-02');
  });

  it('needs words that stand in a document', () => {
    const world = new ArticleWorld();
    const anchor = world.anchor('leaders fled');
    expect(world.refusal(makeClaim, { anchors: [] }).refused).toBe('anchor-missing');
    expect(world.refusal(makeClaim, { anchors: [{ ...anchor, end: 9999 }] }).refused).toBe('anchor-bad');
    expect(world.refusal(makeClaim, { anchors: [{ ...anchor, documentId: 'x' }] })).toEqual({
      refused: 'not-found',
      detail: { entity: 'document' },
    });
  });

  it('never uses a reference again, be its claim deleted', () => {
    const world = new ArticleWorld();
    world.claim('a');
    world.run(deleteClaim, { claimId: 'a' });
    world.claim('b');
    expect(world.get('claim', 'b').ref).toBe('C-02');
  });
});

describe('editing a claim', () => {
  it('writes only what differs, trimmed', () => {
    const world = new ArticleWorld();
    world.claim('a');
    const fields = { statement: ' Leaders fled. ', original: '  ', tags: ['money', ' money ', ''] };
    world.run(editClaim, { claimId: 'a', fields });
    expect(world.entries.at(-1)?.body?.patch).toEqual({ tags: ['money'] });
  });

  it('keeps uncertain dates as EDTF and refuses what is no date', () => {
    const world = new ArticleWorld();
    world.claim('a');
    const date = (edtf: string) => ({ edtf, note: null, calendar: 'gregorian' as const });
    world.run(editClaim, { claimId: 'a', fields: { dates: [date('????-07')] } });
    expect(world.get('claim', 'a').dates[0]?.edtf).toBe('XXXX-07');
    expect(world.refusal(editClaim, { claimId: 'a', fields: { dates: [date('July')] } })).toEqual({
      refused: 'date-bad',
      detail: { text: 'July' },
    });
  });

  it('refuses an empty statement, unknown parties and merged claims', () => {
    const world = new ArticleWorld();
    world.claim('a');
    world.claim('b');
    expect(world.refusal(editClaim, { claimId: 'a', fields: { statement: ' ' } }).refused).toBe(
      'statement-empty',
    );
    expect(world.refusal(editClaim, { claimId: 'a', fields: { subjects: ['nobody'] } }).refused).toBe(
      'not-found',
    );
    world.run(mergeClaims, { keepId: 'a', mergeIds: ['b'] });
    expect(world.refusal(editClaim, { claimId: 'b', fields: { gloss: 'x' } })).toEqual({
      refused: 'claim-merged',
      detail: { ref: 'C-01' },
    });
  });
});

describe('the places of a claim', () => {
  it('may be several, each once, and never none', () => {
    const world = new ArticleWorld();
    world.claim('a', 'leaders fled');
    const other = world.anchor('went to Turkey');
    world.run(addAnchor, { claimId: 'a', anchor: other });
    expect(world.get('claim', 'a').anchors).toHaveLength(2);
    expect(world.refusal(addAnchor, { claimId: 'a', anchor: other }).refused).toBe('anchor-exists');
    world.run(removeAnchor, { claimId: 'a', anchor: other });
    const last = { claimId: 'a', anchor: world.anchor('leaders fled') };
    expect(world.refusal(removeAnchor, last).refused).toBe('last-anchor');
  });
});

describe('skipping, priority, tags and use', () => {
  it('skips with a reason and takes up again', () => {
    const world = new ArticleWorld();
    world.claim('a');
    world.run(skipClaim, { claimId: 'a', reason: 'opinion', note: ' hyperbole ' });
    expect(world.get('claim', 'a').skip).toEqual({ reason: 'opinion', note: 'hyperbole' });
    world.run(unskipClaim, { claimId: 'a' });
    expect(world.get('claim', 'a').skip).toBeNull();
  });

  it('sets priority and tags of several claims, leaving the unchanged alone', () => {
    const world = new ArticleWorld();
    world.claim('a');
    world.claim('b');
    world.run(setPriority, { claimIds: ['a'], priority: 'must' });
    expect(world.run(setPriority, { claimIds: ['a', 'b'], priority: 'must' })).toEqual(['b']);
    world.run(setTags, { claimIds: ['a', 'b'], add: ['money', 'zakat'] });
    world.run(setTags, { claimIds: ['a'], remove: ['money'] });
    expect(world.get('claim', 'a').tags).toEqual(['zakat']);
    expect(world.get('claim', 'b').tags).toEqual(['money', 'zakat']);
  });

  it('says what the editor may do', () => {
    const world = new ArticleWorld();
    world.claim('a');
    world.run(setUse, { claimId: 'a', use: { kind: 'attribute', wording: ' ' } });
    expect(world.get('claim', 'a').use).toEqual({ kind: 'attribute', wording: null });
  });
});

describe('deleting a claim', () => {
  it('takes what hangs on it along and leaves the evidence', () => {
    const world = new ArticleWorld();
    world.claim('a');
    world.claim('b');
    world.evidence('e', 'a');
    world.run(addRelation, { from: 'b', to: 'a', kind: 'depends on' });
    world.run(addNote, { claimId: 'a', kind: 'question', text: 'Who?' });
    world.run(deleteClaim, { claimId: 'a' });
    const { claim, assessment, relation, note, evidence } = world.state;
    expect([claim.size, assessment.size, relation.size, note.size, evidence.size]).toEqual([1, 0, 0, 0, 1]);
  });

  it('frees the parts that were split from it', () => {
    const world = new ArticleWorld();
    world.claim('a');
    world.run(splitClaim, { claimId: 'a', parts: [{ statement: 'One.' }, { id: 'b', statement: 'Two.' }] });
    world.run(deleteClaim, { claimId: 'a' });
    expect(world.get('claim', 'b').splitFrom).toBeNull();
  });
});
