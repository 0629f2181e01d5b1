import { describe, expect, it } from 'vitest';
import { assess } from '#renderer/commands/assess.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { createOrigin } from '#renderer/commands/create-origin.ts';
import { editEvidence } from '#renderer/commands/edit-evidence.ts';
import { editOrigin } from '#renderer/commands/edit-origin.ts';
import { removeAssessment } from '#renderer/commands/remove-assessment.ts';
import { removeEvidence } from '#renderer/commands/remove-evidence.ts';
import { removeOrigin } from '#renderer/commands/remove-origin.ts';
import { setOrigin } from '#renderer/commands/set-origin.ts';
import { ArticleWorld } from '../support/article-world.ts';
import { first } from '../support/case-world.ts';

const FILE = {
  sha256: 'b'.repeat(64),
  crc32: 1,
  size: 3,
  name: 'photo.jpg',
  mediaType: 'image/jpeg',
  modified: null,
};

function worldWithClaim() {
  const world = new ArticleWorld();
  world.claim('a');
  return world;
}

describe('attaching evidence', () => {
  it('numbers several items at once and lets them bear on a claim', () => {
    const world = worldWithClaim();
    world.run(attachEvidence, {
      items: [
        { id: 'file', kind: 'file', file: FILE, fields: {} },
        { id: 'link', kind: 'link', fields: { url: ' https://example.org/a ' } },
        { id: 'words', kind: 'testimony', fields: { text: 'He said so. '.repeat(20) } },
      ],
      bearing: { claimId: 'a', stance: 'supports' },
    });
    expect(['file', 'link', 'words'].map((id) => world.get('evidence', id).ref)).toEqual([
      'E-01',
      'E-02',
      'E-03',
    ]);
    expect(world.get('evidence', 'file').title).toBe('photo.jpg');
    expect(world.get('evidence', 'link').title).toBe('https://example.org/a');
    expect(world.get('evidence', 'words').title).toMatch(/^He said so\. .*…$/);
    expect(world.get('evidence', 'words').title.length).toBeLessThan(90);
    expect([...world.state.assessment.values()].map(({ claimId }) => claimId)).toEqual(['a', 'a', 'a']);
  });

  it.each([
    ['file-missing', { kind: 'file' as const, fields: { title: 'A file' } }],
    ['url-bad', { kind: 'link' as const, fields: { title: 'A page' } }],
    ['url-bad', { kind: 'link' as const, fields: { url: 'javascript:alert(1)' } }],
    ['text-empty', { kind: 'quotation' as const, fields: { title: 'Words', text: ' ' } }],
    ['date-bad', { kind: 'quotation' as const, fields: { text: 'x', capturedAt: 'yesterday' } }],
    ['not-found', { kind: 'quotation' as const, fields: { text: 'x', originId: 'nowhere' } }],
  ])('is refused as %s', (code, item) => {
    expect(worldWithClaim().refusal(attachEvidence, { items: [item], bearing: null }).refused).toBe(code);
  });

  it('changes what is said about it; a removed item takes its assessments along', () => {
    const world = worldWithClaim();
    world.evidence('e', 'a');
    world.run(editEvidence, {
      evidenceId: 'e',
      fields: { description: ' A letter ', capturedAt: '2015-02-01' },
    });
    expect(world.get('evidence', 'e')).toMatchObject({ description: 'A letter', capturedAt: '2015-02-01' });
    world.run(removeEvidence, { evidenceId: 'e' });
    expect(world.state.assessment.size).toBe(0);
    world.evidence('f', 'a');
    expect(world.get('evidence', 'f').ref).toBe('E-02');
  });
});

describe('assessing evidence', () => {
  it('is one judgement a pair: again changes it and keeps what was not said anew', () => {
    const world = worldWithClaim();
    world.evidence('e', 'a', 'supports');
    const locator = { kind: 'page' as const, value: '3' };
    world.run(assess, { evidenceId: 'e', claimId: 'a', stance: 'supports', locator, note: 'table' });
    world.run(assess, { evidenceId: 'e', claimId: 'a', stance: 'contradicts' });
    expect(world.state.assessment.size).toBe(1);
    const held = first(world.state.assessment.values());
    expect(held).toMatchObject({ stance: 'contradicts', locator, note: 'table' });
    world.run(removeAssessment, { assessmentId: held.id });
    expect(world.state.evidence.size).toBe(1);
  });

  it('needs both to be there', () => {
    const world = worldWithClaim();
    const refusal = world.refusal(assess, { evidenceId: 'x', claimId: 'a', stance: 'supports' });
    expect(refusal).toEqual({ refused: 'not-found', detail: { entity: 'evidence' } });
  });
});

describe('origins', () => {
  it('are named once and given to evidence; one in use stays', () => {
    const world = worldWithClaim();
    world.evidence('e', 'a');
    world.evidence('f', 'a');
    expect(world.refusal(createOrigin, { name: ' ' }).refused).toBe('name-empty');
    world.run(createOrigin, { id: 'o', name: 'Agency', evidenceIds: ['e'] });
    world.run(setOrigin, { evidenceIds: ['e', 'f'], originId: 'o' });
    expect(world.get('evidence', 'f').originId).toBe('o');
    world.run(editOrigin, { originId: 'o', fields: { name: 'The agency' } });
    expect(world.refusal(removeOrigin, { originId: 'o' })).toEqual({
      refused: 'in-use',
      detail: { uses: 2, refs: 'E-01, E-02' },
    });
    world.run(setOrigin, { evidenceIds: ['e', 'f'], originId: null });
    world.run(removeOrigin, { originId: 'o' });
    expect(world.state.origin.size).toBe(0);
  });
});
