import { describe, expect, it } from 'vitest';
import { custodyOf } from '#core/queries/custody.ts';
import { historyOf } from '#core/queries/history.ts';
import { assess } from '#renderer/commands/assess.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { editEvidence } from '#renderer/commands/edit-evidence.ts';
import { removeEvidence } from '#renderer/commands/remove-evidence.ts';
import { ArticleWorld } from '../../support/article-world.ts';
import { keepRelease } from '../../support/release.ts';

const FILE = {
  sha256: 'ab'.repeat(32),
  crc32: 1,
  size: 5,
  name: 'yard.jpg',
  mediaType: 'image/jpeg',
  modified: null,
};

describe('the custody of an evidence item', () => {
  it('is read from the history: stored, held against claims, described, exported, removed', () => {
    const world = new ArticleWorld();
    world.claim('fled', 'leaders fled');
    world.run(attachEvidence, {
      items: [
        { id: 'e', kind: 'file', file: FILE, fields: { title: 'Yard' } },
        { id: 'other', kind: 'link', fields: { url: 'https://example.org' } },
      ],
      bearing: { claimId: 'fled', stance: 'supports' },
    });
    world.run(editEvidence, {
      evidenceId: 'e',
      fields: { title: 'The yard', masks: [{ x: 0, y: 0, width: 1, height: 1 }] },
    });
    world.run(assess, { evidenceId: 'e', claimId: 'fled', stance: 'contradicts' });
    keepRelease(world, 'r');
    world.run(removeEvidence, { evidenceId: 'e' });
    const events = custodyOf(historyOf(world.entries, 'e'), 'e');
    expect(events.map(({ what }) => what)).toEqual([
      'stored',
      'assessed',
      'described',
      'masked',
      'assessed',
      'exported',
      'unassessed',
      'removed',
    ]);
    expect(events[0]).toMatchObject({ file: 'yard.jpg', sha256: FILE.sha256 });
    expect(events[1]).toMatchObject({ claimId: 'fled', stance: 'supports' });
    expect(events[5]).toMatchObject({ releaseId: 'r', file: 'report.pdf', kind: 'report' });
    expect(events.every(({ at }) => at > 0)).toBe(true);
  });

  it('says nothing of other items', () => {
    const world = new ArticleWorld();
    world.claim('fled', 'leaders fled');
    world.evidence('e', 'fled');
    world.evidence('other', 'fled');
    expect(custodyOf(historyOf(world.entries, 'e'), 'e').map(({ what }) => what)).toEqual([
      'noted',
      'assessed',
    ]);
  });
});
