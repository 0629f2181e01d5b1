import { describe, expect, it } from 'vitest';
import { guardOf } from '#core/protection/guard.ts';
import { leavingCase } from '#core/protection/leaving.ts';
import { needlesOf } from '#core/protection/needles.ts';
import { leavingReport } from '#core/report/leaving-report.ts';
import { DEFAULT_SETUP } from '#core/report/setup.ts';
import { addDetail } from '#renderer/commands/add-detail.ts';
import { addNote } from '#renderer/commands/add-note.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { createOrigin } from '#renderer/commands/create-origin.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { importDocument } from '#renderer/commands/import-document.ts';
import { editParty } from '#renderer/commands/edit-party.ts';
import { editEvidence } from '#renderer/commands/edit-evidence.ts';
import { protectParty } from '#renderer/commands/protect-party.ts';
import type { Receipt } from '#core/model/evidence.ts';
import { ArticleWorld, TEXT } from '../../support/article-world.ts';
import { allOf } from '../../support/planted-case.ts';

const receipt = (terms: Receipt['terms'], from: string | null): Receipt => ({
  from,
  via: null,
  when: null,
  forwarded: null,
  saidToShow: null,
  terms,
  consent: null,
});
const texts = new Map([['doc', TEXT]]);
const leave = (world: ArticleWorld, language: 'en' | 'ar' = 'en') =>
  leavingCase(world.state, texts, { language });

describe('a case that leaves', () => {
  it('says a pseudonym in our own words and shows in a quotation that words were replaced', () => {
    const world = new ArticleWorld();
    world.person('sami', 'Sami Fourati', { safety: 'protected', pseudonym: 'Witness 1' });
    world.claim('c', 'Sami Fourati said leaders fled');
    const { state, texts: said, replaced } = leave(world);
    expect(state.claim.get('c')).toMatchObject({
      statement: 'Witness 1 said leaders fled.',
      anchors: [{ start: 0, exact: '[Witness 1] said leaders fled' }],
    });
    expect(said.get('doc')?.startsWith('[Witness 1] said leaders fled.')).toBe(true);
    expect(state.party.get('sami')?.names).toEqual([{ text: 'Witness 1', script: 'latin', kind: 'name' }]);
    expect(replaced).toMatchObject([{ itemId: 'sami', as: 'Witness 1' }]);
    expect(replaced[0]?.places).toEqual(
      expect.arrayContaining([
        { place: 'text', count: 1 },
        { place: 'claim', count: 1 },
      ]),
    );
  });

  it('withholds in the language of the export, and in Arabic words in Arabic', () => {
    const world = new ArticleWorld();
    const names = [
      { text: 'Sami Fourati', script: 'latin' as const, kind: 'name' as const },
      { text: 'سامي الفراتي', script: 'arabic' as const, kind: 'variant' as const },
    ];
    world.person('sami', '', { names, safety: 'protected' });
    world.claim('c', 'Sami Fourati said');
    world.run(editClaim, { claimId: 'c', fields: { original: 'قال سامي الفراتي' } });
    expect(leave(world).state.claim.get('c')).toMatchObject({
      statement: '[name withheld] said.',
      original: 'قال [حُجب الاسم]',
    });
    expect(leave(world, 'ar').state.claim.get('c')?.statement).toBe('\u2067[حُجب الاسم]\u2069 said.');
  });

  it('leaves nothing that was given off the record, nor who gave only that', () => {
    const world = new ArticleWorld();
    world.person('teller', 'Ghassan Rifai');
    world.claim('c');
    world.run(createOrigin, { id: 'o', name: 'Call with Ghassan', partyId: 'teller' });
    world.evidence('secret', 'c', 'supports', 'o');
    world.evidence('open', 'c');
    world.run(editEvidence, { evidenceId: 'secret', fields: { receipt: receipt('off record', 'teller') } });
    const leaving = leave(world);
    expect(leaving.leftOut).toBe(1);
    expect([...leaving.state.evidence.keys()]).toEqual(['open']);
    expect(leaving.state.assessment.size).toBe(1);
    expect(allOf(leaving)).not.toMatch(/Ghassan|Words of secret/u);
    const bodies = world.entries.flatMap(({ body }) => (body?.entityId === 'secret' ? [body] : []));
    expect(bodies.length).toBeGreaterThan(1);
    expect(bodies.map(leaving.redact)).toEqual(bodies.map(() => null));
  });

  it('does not say that the file of an article was kept which was given off the record', () => {
    const world = new ArticleWorld();
    const blob = {
      sha256: 'a'.repeat(64),
      crc32: 1,
      size: 9,
      name: 'a.pdf',
      mediaType: 'x/y',
      modified: null,
    };
    for (const id of ['open', 'secret']) {
      const file = { id, blob };
      world.run(importDocument, {
        id: `of ${id}`,
        text: 'Words',
        origin: null,
        file,
        fields: { title: 'X' },
      });
    }
    world.run(editEvidence, { evidenceId: 'secret', fields: { receipt: receipt('off record', null) } });
    const { state } = leave(world);
    expect(state.document.get('of open')?.evidenceId).toBe('open');
    expect(state.document.get('of secret')?.evidenceId).toBeNull();
  });

  it('moves where pages start with what is replaced before them', () => {
    const world = new ArticleWorld();
    world.person('sami', 'Sami Fourati', { safety: 'protected' });
    const text = 'Sami Fourati fled.\n\nHe came back.';
    world.run(importDocument, { id: 'x', text, origin: null, pages: [0, 20], fields: { title: 'X' } });
    const { state, texts: said } = leavingCase(world.state, new Map([['x', text]]), { language: 'en' });
    const [, second = 0] = state.document.get('x')?.pages ?? [];
    expect(said.get('x')?.slice(second)).toBe('He came back.');
  });

  it('does not say who gave something that is not to be named', () => {
    const world = new ArticleWorld();
    world.person('teller', 'Ghassan Rifai');
    world.person('source', '', { parts: ['our source'], codeName: 'Source A', names: [] });
    world.claim('c');
    world.evidence('a', 'c');
    world.evidence('b', 'c');
    world.run(editEvidence, { evidenceId: 'a', fields: { receipt: receipt('not by name', 'teller') } });
    world.run(editEvidence, { evidenceId: 'b', fields: { receipt: receipt('background', 'source') } });
    const { state } = leave(world);
    expect(state.evidence.get('a')?.receipt?.from).toBeNull();
    expect(state.evidence.get('b')?.receipt?.from).toBe('source');
  });

  it('names our sources by their code name, or by their pseudonym once they have one', () => {
    const world = new ArticleWorld();
    const names = [{ text: 'Sami Fourati', script: 'latin' as const, kind: 'name' as const }];
    world.person('s', '', {
      names,
      parts: ['our source'],
      codeName: 'Source A',
      note: 'Lives by the bridge',
    });
    world.claim('c', 'Sami Fourati said');
    const asSource = leave(world);
    expect(asSource.state.claim.get('c')?.statement).toBe('Source A said.');
    expect(asSource.state.party.get('s')).toMatchObject({ names: [], codeName: 'Source A', note: null });
    world.run(addNote, { claimId: 'c', kind: 'note', text: 'Source A called again' });
    world.run(protectParty, { partyId: 's', fields: { safety: 'protected', pseudonym: 'A shopkeeper' } });
    const leaving = leave(world);
    expect(leaving.state.party.get('s')).toMatchObject({ names: [], codeName: 'A shopkeeper' });
    expect([...leaving.state.note.values()].map(({ text }) => text)).toEqual(['A shopkeeper called again']);
    expect(allOf(leaving)).not.toMatch(/Fourati|Source A|bridge/u);
  });

  it('withholds where a pseudonym came to hold a protected name, and says so', () => {
    const world = new ArticleWorld();
    world.person('a', 'Amer Al-Naklawi', { safety: 'protected', pseudonym: 'Friend of Yousef' });
    world.person('b', 'Yousef', { safety: 'protected', pseudonym: 'Witness 2' });
    const leaving = leave(world);
    expect(leaving.texts.get('doc')).toContain('“[name withheld] – [Witness 2] Orfali');
    expect(leaving.warnings).toContainEqual({ code: 'telling', words: 'Friend of Yousef', itemIds: ['a'] });
    expect(allOf(leaving)).not.toContain('Yousef');
  });

  it('replaces identifying details, and leaves the list of them behind', () => {
    const world = new ArticleWorld();
    world.run(addDetail, { fields: { words: 'spies went to Turkey', replacement: 'some left' } });
    const leaving = leave(world);
    expect(leaving.texts.get('doc')).toContain('It was revealed that [some left]. They');
    expect(leaving.state.detail.size).toBe(0);
  });

  it('says that two share a spelling', () => {
    const world = new ArticleWorld();
    world.person('a', 'Sami Fourati', { safety: 'protected' });
    world.person('b', 'SAMI FOURATI', { safety: 'protected' });
    expect(leave(world).warnings).toContainEqual({
      code: 'shared',
      words: 'Sami Fourati',
      itemIds: ['a', 'b'],
    });
  });

  it('redacts the history as it does the case: the same patch back where nothing is protected', () => {
    const world = new ArticleWorld();
    world.person('sami', 'Sami Fourati', { safety: 'protected', pseudonym: 'Witness 1' });
    world.claim('c', 'Sami Fourati said leaders fled');
    world.claim('d', 'They came back');
    const leaving = leave(world);
    const bodies = world.entries.flatMap(({ body }) => (body ? [body] : []));
    const claims = bodies.filter(({ entity }) => entity === 'claim');
    const [c, d] = claims;
    expect(c && leaving.redact(c)).toMatchObject({ statement: 'Witness 1 said leaders fled.' });
    // Its anchor moved with the text, but its words are the same.
    expect(d && leaving.redact(d)).toMatchObject({ statement: d?.patch['statement'] });
    const actor = {
      entity: 'actor' as const,
      entityId: 'x',
      op: 'create' as const,
      patch: { alias: 'Nada' },
    };
    expect(leaving.redact(actor)).toBe(actor.patch);
    expect(JSON.stringify(bodies.map(leaving.redact))).not.toContain('Fourati');
  });

  it('names the people who worked on it only where asked', () => {
    const world = new ArticleWorld();
    const patch = { alias: 'Nada', initials: 'NA', signingKey: 'key', vouch: 'vouch' };
    world.write([{ entity: 'actor', entityId: 'founder', op: 'create', patch }]);
    world.claim('c');
    world.run(addNote, { claimId: 'c', kind: 'note', text: 'Nada called' });
    expect(leave(world).state.actor.get('founder')).toMatchObject(patch);
    const hidden = leavingCase(world.state, texts, { language: 'en', hidesActors: true });
    expect(hidden.state.actor.get('founder')).toMatchObject({
      alias: 'Checker 1',
      initials: '',
      signingKey: null,
      vouch: null,
    });
    expect(allOf(hidden)).not.toContain('Nada');
  });

  it('tells no initials of who made something, neither in a reference nor where one is mentioned', () => {
    const world = new ArticleWorld();
    world.claim('claim-0001');
    world.write([
      { entity: 'claim', entityId: 'claim-0001', op: 'update', patch: { ref: 'C-39-NA' } },
      {
        entity: 'evidence',
        entityId: 'item-77fe',
        op: 'create',
        patch: { ref: 'E-02-NA', kind: 'file', title: 'see C-39-NA, not C-39-NAB' },
      },
    ]);
    const { claim, evidence } = leavingCase(world.state, texts, { language: 'en', hidesActors: true }).state;
    expect(claim.get('claim-0001')?.ref).toBe('C-39-0001');
    expect(evidence.get('item-77fe')).toMatchObject({
      ref: 'E-02-77FE',
      title: 'see C-39-0001, not C-39-NAB',
    });
    // Where who checked may be named, references are what they are everywhere.
    expect(leave(world).state.claim.get('claim-0001')?.ref).toBe('C-39-NA');
  });

  it('says that a pseudonym stands for two, as after a merge, or is the name of somebody else', () => {
    const world = new ArticleWorld();
    world.person('a', 'Sami Fourati', { safety: 'protected', pseudonym: 'Person A' });
    world.person('b', 'Ghassan Rifai', { safety: 'protected', pseudonym: 'person a' });
    world.person('c', 'Zaid Omran', { safety: 'protected', pseudonym: 'Nadia' });
    world.person('d', 'Nadia', {});
    world.person('e', 'Nour', {});
    world.person('f', 'Nour', {});
    const alike = leave(world).warnings.filter(({ code }) => code === 'alike');
    expect(alike.map(({ itemIds }) => itemIds)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keeps to itself how a hidden person could know, what they want, and whom they are like', () => {
    const world = new ArticleWorld();
    const [access, interest] = ['Lived in the house next door', 'Her brother was taken'];
    const hidden = { safety: 'protected' as const, pseudonym: 'Witness 1', access, interest };
    world.person('other', 'Ghassan Rifai', {});
    world.person('open', 'Sami Fouratis', { access });
    world.person('hidden', 'Sami Fourati', { ...hidden, notToBeConfusedWith: ['open'] });
    world.run(editParty, { partyId: 'open', fields: { notToBeConfusedWith: ['hidden', 'other'] } });
    const { party } = leave(world).state;
    expect(party.get('hidden')).toMatchObject({ access: null, interest: null, notToBeConfusedWith: [] });
    expect(party.get('open')).toMatchObject({ access, notToBeConfusedWith: ['other'] });
  });

  it('does not say whom a hidden person works for, yet counts them as the one voice they are', () => {
    const world = new ArticleWorld();
    world.person('outlet', 'The River Herald');
    world.person('hidden', 'Sami Fourati', { safety: 'protected', affiliation: 'outlet' });
    world.person('employer', 'Harbour Company', { safety: 'protected', pseudonym: 'A company' });
    world.person('worker', 'Ghassan Rifai', { affiliation: 'employer' });
    world.person('open', 'Omar Haddad', { affiliation: 'outlet' });
    world.claim('c');
    for (const partyId of ['outlet', 'hidden', 'open'])
      world.run(createOrigin, { id: `of-${partyId}`, name: `What ${partyId} has`, partyId });
    for (const partyId of ['outlet', 'hidden', 'open'])
      world.evidence(partyId, 'c', 'supports', `of-${partyId}`);
    const { state, redact } = leave(world);
    const affiliations = ['hidden', 'worker', 'open'].map((id) => state.party.get(id)?.affiliation);
    expect(affiliations).toEqual([null, null, 'outlet']);
    const patch = { safety: 'protected', affiliation: 'outlet' };
    const said = redact({ entity: 'party', entityId: 'hidden', op: 'update', patch });
    expect(said).toEqual({ safety: 'protected', affiliation: null });
    const given = { state: world.state, texts, entries: [], pictures: [], signature: null };
    const { model } = leavingReport({ ...given, today: '2015-03-02', setup: DEFAULT_SETUP });
    expect(JSON.parse(model)).toMatchObject({ claims: [{ origins: '1 independent origin for it' }] });
  });

  it('proves nothing about files that stay behind', () => {
    const world = new ArticleWorld();
    world.claim('c');
    const file = {
      sha256: 'f'.repeat(64),
      crc32: 77_001,
      size: 88_002,
      name: 'a.jpg',
      mediaType: 'image/jpeg',
      modified: null,
    };
    world.run(attachEvidence, { items: [{ id: 'f', kind: 'file', file, fields: {} }], bearing: null });
    expect(leave(world).state.evidence.get('f')?.file).toEqual(file);
    const without = leavingCase(world.state, texts, { language: 'en', hidesFiles: true });
    expect(without.state.evidence.get('f')).toMatchObject({ kind: 'file', file: null });
    expect(JSON.stringify(world.entries.map(({ body }) => body && without.redact(body)))).not.toMatch(
      /ffff|77001|88002/u,
    );
  });

  it('names no file that stays behind in the title of its item, now or in the history', () => {
    const world = new ArticleWorld();
    const file = { sha256: 'f'.repeat(64), crc32: 1, size: 2, mediaType: 'image/jpeg', modified: null };
    const attach = (id: string, name: string, title?: string) =>
      world.run(attachEvidence, {
        items: [{ id, kind: 'file', file: { ...file, name }, fields: title ? { title } : {} }],
        bearing: null,
      });
    attach('bare', 'IMG-20141003-WA0007.jpg');
    attach('arabic', 'صورة الجسر.jpg');
    attach('kept', 'IMG-1.jpg', 'The bridge at dawn, version 1.25');
    attach('renamed', 'IMG-2.jpg', 'scan-of-the-ledger.PDF');
    const titles = (hidesFiles: boolean) => {
      const { state } = leavingCase(world.state, texts, { language: 'en', hidesFiles });
      return [...state.evidence.values()].map(({ title }) => title);
    };
    const mark = '[file name withheld]';
    expect(titles(true)).toEqual([mark, '[حُجب اسم الملف]', 'The bridge at dawn, version 1.25', mark]);
    expect(titles(false)[0]).toBe('IMG-20141003-WA0007.jpg');
    const { redact } = leavingCase(world.state, texts, { language: 'en', hidesFiles: true });
    const patch = { title: 'IMG-20141003-WA0007.jpg' };
    expect(redact({ entity: 'evidence', entityId: 'bare', op: 'update', patch })).toEqual({ title: mark });
  });

  it('is checked for the aliases of who checked it, where it may not name them', () => {
    const world = new ArticleWorld();
    for (const [entityId, alias] of [
      ['one', 'Nada Khoury'],
      ['two', 'Editor'],
    ] as const)
      world.write([{ entity: 'actor', entityId, op: 'create', patch: { alias } }]);
    expect(guardOf(world.state).needles).toEqual([]);
    // A word of every report names nobody.
    expect(guardOf(world.state, true).needles).toContainEqual({ itemId: 'one', words: 'Nada Khoury' });
    expect(guardOf(world.state, true).needles.map(({ words }) => words)).not.toContain('Editor');
  });

  it('can leave twice: what stands in is no secret', () => {
    const world = new ArticleWorld();
    world.person('a', 'Sami Fourati', { safety: 'protected', pseudonym: 'Witness 1' });
    world.person('b', 'Amer Al-Naklawi', { safety: 'protected' });
    const once = leave(world);
    expect(needlesOf(once.state)).toEqual([]);
    const twice = leavingCase(once.state, once.texts, { language: 'en' });
    expect(twice.texts).toEqual(once.texts);
    expect(twice.state.party.get('a')?.names[0]?.text).toBe('Witness 1');
  });

  it('drops a web address that tells, in a field and within a text', () => {
    const world = new ArticleWorld();
    world.person('a', 'Sami Fourati', { safety: 'protected', pseudonym: 'Witness 1' });
    world.claim('c');
    const url = 'https://example.org/people/sami-fourati/17';
    world.run(attachEvidence, { items: [{ id: 'l', kind: 'link', fields: { url } }], bearing: null });
    world.run(addNote, { claimId: 'c', kind: 'note', text: `See ${url} at noon` });
    const { state } = leave(world);
    expect(state.evidence.get('l')?.url).toBeNull();
    expect([...state.note.values()][0]?.text).toBe('See [link withheld] at noon');
  });
});
