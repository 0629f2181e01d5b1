import { describe, expect, it } from 'vitest';
import { addCheck } from '#renderer/commands/add-check.ts';
import { addNote } from '#renderer/commands/add-note.ts';
import { answerQuestion } from '#renderer/commands/answer-question.ts';
import { editCheck } from '#renderer/commands/edit-check.ts';
import { editNote } from '#renderer/commands/edit-note.ts';
import { removeCheck } from '#renderer/commands/remove-check.ts';
import { removeNote } from '#renderer/commands/remove-note.ts';
import { ArticleWorld } from '../support/article-world.ts';
import { first } from '../support/case-world.ts';

function worldWithClaim() {
  const world = new ArticleWorld();
  world.claim('a');
  return world;
}

describe('what was tried', () => {
  it('is dated today and signed by whoever writes', () => {
    const world = worldWithClaim();
    const alias = { entity: 'actor' as const, entityId: 'founder', op: 'create' as const };
    world.write([{ ...alias, patch: { alias: 'Nour', initials: 'N' } }]);
    world.run(addCheck, { claimId: 'a', where: ' Wayback Machine ', result: 'nothing found' });
    expect(first(world.state.check.values())).toMatchObject({
      where: 'Wayback Machine',
      when: '2015-03-01',
      by: 'Nour',
      result: 'nothing found',
    });
  });

  it('waits until a day, and forgets the day when the answer came', () => {
    const world = worldWithClaim();
    const waiting = { claimId: 'a', where: 'Letter to the court', result: 'waiting until' as const };
    expect(world.refusal(addCheck, waiting).refused).toBe('until-missing');
    expect(world.refusal(addCheck, { ...waiting, until: 'soon' }).refused).toBe('date-bad');
    expect(world.refusal(addCheck, { ...waiting, where: ' ' }).refused).toBe('where-empty');
    world.run(addCheck, { ...waiting, id: 'k', until: '2015-04-01' });
    world.run(editCheck, { checkId: 'k', fields: { result: 'found' } });
    expect(world.state.check.get('k')).toMatchObject({ result: 'found', until: null });
    world.run(removeCheck, { checkId: 'k' });
    expect(world.state.check.size).toBe(0);
  });
});

describe('notes', () => {
  it('hold words; a question can be answered and opened again', () => {
    const world = worldWithClaim();
    expect(world.refusal(addNote, { claimId: 'a', kind: 'note', text: ' ' }).refused).toBe('text-empty');
    world.run(addNote, { id: 'n', claimId: 'a', kind: 'question', text: 'Who revealed it?' });
    world.run(answerQuestion, { noteId: 'n', answer: 'A commander.' });
    expect(world.state.note.get('n')?.answer).toBe('A commander.');
    world.run(answerQuestion, { noteId: 'n', answer: ' ' });
    expect(world.state.note.get('n')?.answer).toBeNull();
  });

  it('only questions take answers', () => {
    const world = worldWithClaim();
    world.run(addNote, { id: 'n', claimId: 'a', kind: 'question', text: '2 × 3?' });
    world.run(answerQuestion, { noteId: 'n', answer: '6' });
    world.run(editNote, { noteId: 'n', fields: { kind: 'calculation', text: '2 × 3 = 6' } });
    expect(world.state.note.get('n')).toMatchObject({ kind: 'calculation', answer: null });
    expect(world.refusal(answerQuestion, { noteId: 'n', answer: 'x' }).refused).toBe('not-found');
    world.run(removeNote, { noteId: 'n' });
    expect(world.state.note.size).toBe(0);
  });
});
