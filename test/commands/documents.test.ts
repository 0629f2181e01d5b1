import { describe, expect, it } from 'vitest';
import { sha256Text } from '#core/journal/hash.ts';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import { editCase } from '#renderer/commands/edit-case.ts';
import { editDocument } from '#renderer/commands/edit-document.ts';
import { importDocument } from '#renderer/commands/import-document.ts';
import { removeDocument } from '#renderer/commands/remove-document.ts';
import { removePassage } from '#renderer/commands/remove-passage.ts';
import { setPassage } from '#renderer/commands/set-passage.ts';
import { ArticleWorld, TEXT } from '../support/article-world.ts';

describe('a document', () => {
  it('is measured and hashed at import, its text stays out of the journal', () => {
    const world = new ArticleWorld();
    expect(world.get('document', 'doc')).toMatchObject({
      ref: 'D-1',
      title: 'Document doc',
      retrieved: '2015-03-01',
      length: TEXT.length,
      textHash: sha256Text(TEXT),
    });
    expect(JSON.stringify(world.entries)).not.toContain('spies went');
  });

  it.each([
    ['text-empty', ' \n', 'Title'],
    ['text-broken', 'half a pair \ud83d', 'Title'],
    ['title-empty', 'Some words', ' '],
  ])('is refused as %s', (code, text, title) => {
    const input = { id: 'x', text, origin: null, fields: { title } };
    expect(new ArticleWorld().refusal(importDocument, input).refused).toBe(code);
  });

  it('carries what people say about it, uncertain dates and defects included', () => {
    const world = new ArticleWorld();
    const defects = [
      { note: 'Breaks off.', start: 3, end: 9 },
      { note: ' ', start: null, end: null },
    ];
    world.run(editDocument, { documentId: 'doc', fields: { published: ' 2014~ ', defects, author: ' ' } });
    expect(world.get('document', 'doc')).toMatchObject({ published: '2014~', author: null });
    expect(world.get('document', 'doc').defects).toHaveLength(1);
    const bad = { documentId: 'doc', fields: { published: 'last week' } };
    expect(world.refusal(editDocument, bad).refused).toBe('date-bad');
  });

  it('is added with the file it came as in one step, which evidence keeps', () => {
    const world = new ArticleWorld();
    const blob = {
      sha256: 'a'.repeat(64),
      crc32: 1,
      size: 9,
      name: 'a.docx',
      mediaType: 'x/y',
      modified: null,
    };
    const file = { id: 'file', blob };
    world.run(importDocument, {
      id: 'x',
      text: 'Words',
      origin: null,
      pages: [0],
      file,
      fields: { title: 'X' },
    });
    expect(world.get('document', 'x')).toMatchObject({ evidenceId: 'file', pages: [0] });
    expect(world.get('evidence', 'file')).toMatchObject({ kind: 'file', title: 'a.docx', file: blob });
  });

  it('can be removed while no claim stands in it', () => {
    const world = new ArticleWorld();
    world.run(setPassage, { anchor: world.anchor('leaders'), voice: 'narration', ladder: [] });
    world.document('two', 'Other words.');
    world.claim('a');
    expect(world.refusal(removeDocument, { documentId: 'doc' })).toEqual({
      refused: 'in-use',
      detail: { uses: 1, refs: 'C-01' },
    });
    world.run(removeDocument, { documentId: 'two' });
    expect(world.state.passage.size).toBe(1);
    const [passageId = ''] = world.state.passage.keys();
    world.run(removePassage, { passageId });
  });
});

describe('the case', () => {
  it('has a title and a grading mode', () => {
    const world = new ArticleWorld();
    expect(world.refusal(editCase, { title: 'x' }).refused).toBe('not-found');
    world.write([{ entity: 'case', entityId: CASE_ITEM_ID, op: 'create', patch: { title: 'Deir Ezzor' } }]);
    expect(world.refusal(editCase, { title: ' ' }).refused).toBe('title-empty');
    world.run(editCase, { title: ' Deir Ezzor 2014 ', mode: 'legal' });
    expect(world.state.case.get(CASE_ITEM_ID)).toMatchObject({ title: 'Deir Ezzor 2014', mode: 'legal' });
  });
});
