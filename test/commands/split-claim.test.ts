import { describe, expect, it } from 'vitest';
import { namesIn } from '#core/queries/names-in.ts';
import { addCheck } from '#renderer/commands/add-check.ts';
import { addRelation } from '#renderer/commands/add-relation.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { splitClaim } from '#renderer/commands/split-claim.ts';
import { ArticleWorld } from '../support/article-world.ts';

const WORDS = 'The group included “Amer Al-Naklawi – Yousef Orfali – Al-Espani”';

function worldWithGroup() {
  const world = new ArticleWorld();
  world.claim('group', WORDS);
  world.claim('other', 'leaders fled');
  return world;
}

const perName = (words: string) =>
  namesIn(words).map(({ text }, at) => ({
    id: `part${at}`,
    statement: `${text} was in the group.`,
    words: text,
  }));

describe('splitting a claim', () => {
  it('keeps the first part under its reference and makes new claims of the others, each on its words', () => {
    const world = worldWithGroup();
    world.run(splitClaim, { claimId: 'group', parts: perName(WORDS) });
    const parts = ['group', 'part1', 'part2'].map((id) => world.get('claim', id));
    expect(parts.map(({ ref }) => ref)).toEqual(['C-01', 'C-03', 'C-04']);
    expect(parts.map(({ anchors }) => anchors[0]?.exact)).toEqual([
      'Amer Al-Naklawi',
      'Yousef Orfali',
      'Al-Espani',
    ]);
    expect(parts.map(({ anchors }) => anchors[0])).toEqual(
      parts.map(({ anchors }) => world.anchor(anchors[0]?.exact ?? '')),
    );
    expect(parts.map(({ splitFrom }) => splitFrom)).toEqual([null, 'group', 'group']);
  });

  it('keeps the whole anchor where the words are not found', () => {
    const world = worldWithGroup();
    const parts = [{ statement: 'One.' }, { id: 'b', statement: 'Two.', words: 'nowhere' }];
    world.run(splitClaim, { claimId: 'group', parts });
    expect(world.get('claim', 'b').anchors).toEqual([world.anchor(WORDS)]);
  });

  it('gives each part the subjects it names, flags and priority as before', () => {
    const world = worldWithGroup();
    world.person('amer', 'Amer Al-Naklawi');
    world.person('yousef', 'Yousef Orfali');
    const fields = { subjects: ['amer', 'yousef'], accuses: true, priority: 'must' as const };
    world.run(editClaim, { claimId: 'group', fields });
    world.run(splitClaim, { claimId: 'group', parts: perName(WORDS) });
    expect(world.get('claim', 'group').subjects).toEqual(['amer']);
    expect(world.get('claim', 'part1')).toMatchObject({
      subjects: ['yousef'],
      accuses: true,
      priority: 'must',
    });
    expect(world.get('claim', 'part2').subjects).toEqual(['amer', 'yousef']);
  });

  it('lets evidence and dependencies bear on every part; checks stay with the first', () => {
    const world = worldWithGroup();
    world.evidence('e', 'group', 'contradicts');
    world.run(addRelation, { from: 'group', to: 'other', kind: 'depends on' });
    world.run(addRelation, { from: 'other', to: 'group', kind: 'same as' });
    world.run(addCheck, { claimId: 'group', where: 'Archive', result: 'nothing found' });
    world.run(splitClaim, { claimId: 'group', parts: perName(WORDS) });
    const claims = (items: Iterable<{ claimId: string }>) => [...items].map(({ claimId }) => claimId).sort();
    expect(claims(world.state.assessment.values())).toEqual(['group', 'part1', 'part2']);
    expect(claims(world.state.check.values())).toEqual(['group']);
    const relations = [...world.state.relation.values()];
    const dependents = relations.filter(({ kind }) => kind === 'depends on').map(({ from }) => from);
    expect(dependents.sort()).toEqual(['group', 'part1', 'part2']);
    expect(relations.filter(({ kind }) => kind === 'same as')).toHaveLength(1);
  });

  it('takes a finding about the whole back, the history keeps it', () => {
    const world = worldWithGroup();
    world.run(setFinding, { claimId: 'group', status: 'disputed', rationale: 'One of them died in 2012.' });
    world.run(splitClaim, { claimId: 'group', parts: perName(WORDS) });
    expect(world.get('claim', 'group').finding).toBeNull();
    expect(world.get('claim', 'part1').finding).toBeNull();
    expect(world.entries.filter(({ body }) => body?.patch['finding'])).toHaveLength(1);
  });

  it('needs two statements', () => {
    const world = worldWithGroup();
    const one = { claimId: 'group', parts: [{ statement: 'One.' }] };
    expect(world.refusal(splitClaim, one).refused).toBe('split-needs-two');
    const blank = { claimId: 'group', parts: [{ statement: 'One.' }, { statement: ' ' }] };
    expect(world.refusal(splitClaim, blank).refused).toBe('statement-empty');
  });
});
