import { describe, expect, it } from 'vitest';
import { bagFiles } from '#core/exchange/bag/bag-files.ts';
import { buildExport, TEXT_FORMATS } from '#core/exchange/build-export.ts';
import { createChange } from '#core/exchange/create-change.ts';
import { leavingCase } from '#core/protection/leaving.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { anchorOf, CaseWorld } from '../../support/case-world.ts';

const TEXT = 'Khaled al-Deiri left the town at night. خالد الديري غادر ليلاً. The bridge stood.';
const NAMES = /khal+ed|deiri|خالد|الديري|Anna/iu;

function world(): CaseWorld {
  const made = new CaseWorld();
  made.write([
    createChange('case', 'case', { title: 'What Khaled al-Deiri saw', founder: 'founder' }),
    createChange('actor', 'founder', { alias: 'Anna Berg', initials: 'AB' }),
    createChange('party', 'khaled', {
      names: [
        { text: 'Khaled al-Deiri', script: 'latin', kind: 'name' },
        { text: 'خالد الديري', script: 'arabic', kind: 'variant' },
      ],
      spellings: ['Khalled'],
      safety: 'protected',
      pseudonym: 'Witness One',
    }),
  ]);
  made.document('d', TEXT);
  made.run(makeClaim, {
    id: 'c',
    anchors: [anchorOf('d', TEXT, 'Khaled al-Deiri left the town'), anchorOf('d', TEXT, 'The bridge stood')],
    fields: {
      statement: 'KHALED AL-DEIRI left',
      subjects: ['khaled'],
      tags: ['Khalled'],
      gloss: 'خالد الديري',
    },
  });
  made.write([
    createChange('evidence', 'e', {
      ref: 'E-01',
      title: 'Call with Khaled al-Deiri',
      text: 'I am خالد الديري',
      file: {
        sha256: 'ab'.repeat(32),
        crc32: 1,
        size: 5,
        name: 'Khalled.mp3',
        mediaType: 'audio/mpeg',
        modified: null,
      },
    }),
    createChange('assessment', 's', {
      evidenceId: 'e',
      claimId: 'c',
      stance: 'supports',
      note: 'says Khalled',
    }),
  ]);
  made.run(setFinding, { claimId: 'c', status: 'corroborated', rationale: 'Khaled al-Deiri said so.' });
  return made;
}

const REVIEW = { url: null, authorName: null, authorUrl: null, language: null, scale: null };

describe('a protected person', () => {
  const { state } = world();
  const leaving = leavingCase(state, new Map([['d', TEXT]]), { language: 'en', hidesActors: true });

  it.each(TEXT_FORMATS)('is named in no spelling in an export as %s, nor is the checker', (format) => {
    const setup = {
      format,
      claimIds: null,
      review: REVIEW,
      today: '2026-11-23',
      language: 'en',
      collectionId: 'x',
    } as const;
    const { text, title } = buildExport(leaving, setup);
    expect(text + title).not.toMatch(NAMES);
    expect(text).toContain('Witness One');
  });

  it('is named by no file of a bag', () => {
    const { files } = bagFiles(leaving, null);
    expect(files).toHaveLength(1);
    expect(files[0]?.path).not.toMatch(NAMES);
  });
});

describe('the words around a name that was replaced', () => {
  it('are still found where an annotation says, in code points', () => {
    const leaving = leavingCase(world().state, new Map([['d', TEXT]]), { language: 'en' });
    const setup = {
      format: 'web-annotation',
      claimIds: null,
      review: REVIEW,
      today: '',
      language: 'en',
      collectionId: 'x',
    } as const;
    const { first } = JSON.parse(buildExport(leaving, setup).text) as {
      first: { items: { target: { selector: [{ exact: string }, { start: number; end: number }] }[] }[] };
    };
    const points = [...(leaving.texts.get('d') ?? '')];
    const targets = first.items[0]?.target ?? [];
    expect(targets).toHaveLength(2);
    for (const { selector } of targets) {
      expect(points.slice(selector[1].start, selector[1].end).join('')).toBe(selector[0].exact);
    }
  });
});
