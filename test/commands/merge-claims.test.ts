import { describe, expect, it } from 'vitest';
import { addCheck } from '#renderer/commands/add-check.ts';
import { addNote } from '#renderer/commands/add-note.ts';
import { addRelation } from '#renderer/commands/add-relation.ts';
import { assess } from '#renderer/commands/assess.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { mergeClaims } from '#renderer/commands/merge-claims.ts';
import { ArticleWorld } from '../support/article-world.ts';

function worldWithThree() {
  const world = new ArticleWorld();
  world.claim('a', 'leaders fled');
  world.claim('b', 'spies went to Turkey');
  world.claim('c', 'They came back');
  return world;
}

describe('merging claims', () => {
  it('keeps one; the others stay in the record as merged into it', () => {
    const world = worldWithThree();
    world.run(editClaim, { claimId: 'b', fields: { priority: 'must', accuses: true, tags: ['x'] } });
    world.run(mergeClaims, { keepId: 'a', mergeIds: ['b', 'c', 'a'] });
    const kept = world.get('claim', 'a');
    expect(kept).toMatchObject({ ref: 'C-01', priority: 'must', accuses: true, tags: ['x'] });
    expect(kept.anchors.map(({ exact }) => exact)).toEqual([
      'leaders fled',
      'spies went to Turkey',
      'They came back',
    ]);
    expect(world.get('claim', 'b').mergedInto).toBe('a');
  });

  it('moves evidence, checks and notes; evidence both had is assessed once, nothing said is lost', () => {
    const world = worldWithThree();
    world.evidence('e', 'a', 'supports');
    world.evidence('f', 'b', 'supports');
    world.run(assess, { evidenceId: 'e', claimId: 'b', stance: 'contradicts', note: 'page 2' });
    world.run(addCheck, { claimId: 'b', where: 'Archive', result: 'found' });
    world.run(addNote, { claimId: 'b', kind: 'note', text: 'Mind the year.' });
    world.run(mergeClaims, { keepId: 'a', mergeIds: ['b'] });
    const assessments = [...world.state.assessment.values()];
    expect(
      assessments.map(({ evidenceId, claimId, stance, note }) => [evidenceId, claimId, stance, note]),
    ).toEqual([
      ['e', 'a', 'supports', 'contradicts: page 2'],
      ['f', 'a', 'supports', null],
    ]);
    const hanging = [...world.state.check.values(), ...world.state.note.values()];
    expect(hanging.map(({ claimId }) => claimId)).toEqual(['a', 'a']);
  });

  it('moves relations; those to itself and doubled ones go', () => {
    const world = worldWithThree();
    world.run(addRelation, { from: 'a', to: 'b', kind: 'same as' });
    world.run(addRelation, { from: 'a', to: 'c', kind: 'depends on' });
    world.run(addRelation, { from: 'b', to: 'c', kind: 'depends on' });
    world.run(mergeClaims, { keepId: 'a', mergeIds: ['b'] });
    const relations = [...world.state.relation.values()];
    expect(relations.map(({ from, to, kind }) => [from, kind, to])).toEqual([['a', 'depends on', 'c']]);
  });

  it('is refused when claims would depend on themselves', () => {
    const world = worldWithThree();
    world.run(addRelation, { from: 'a', to: 'b', kind: 'depends on' });
    world.run(addRelation, { from: 'b', to: 'c', kind: 'depends on' });
    const refusal = world.refusal(mergeClaims, { keepId: 'a', mergeIds: ['c'] });
    expect(refusal.refused).toBe('relation-cycle');
    expect(refusal.detail?.['refs']).toMatch(/C-0[12] → C-0[12] → C-0[12]/);
  });

  it('leads everything merged earlier to the claim that stays now', () => {
    const world = worldWithThree();
    world.run(mergeClaims, { keepId: 'b', mergeIds: ['c'] });
    world.run(mergeClaims, { keepId: 'a', mergeIds: ['b'] });
    expect(world.get('claim', 'c').mergedInto).toBe('a');
  });

  it('needs another claim', () => {
    const world = worldWithThree();
    expect(world.refusal(mergeClaims, { keepId: 'a', mergeIds: ['a'] }).refused).toBe('merge-needs-two');
  });
});
