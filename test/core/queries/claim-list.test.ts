import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateOf } from '#core/model/case-state.ts';
import { fold } from '#core/journal/fold.ts';
import { isRefusal } from '#core/ports/command.ts';
import { type ClaimFilter, NO_FILTER } from '#core/queries/claim-filter.ts';
import { claimRows } from '#core/queries/claim-rows.ts';
import { countsOf, nextUnfinishedMust } from '#core/queries/counts.ts';
import { documentsOf, speakersOf, subjectsOf, tagsOf } from '#core/queries/facets.ts';
import { filterClaims, sortClaims } from '#core/queries/filter-claims.ts';
import { addNote } from '#renderer/commands/add-note.ts';
import { addRelation } from '#renderer/commands/add-relation.ts';
import { answerQuestion } from '#renderer/commands/answer-question.ts';
import { createOrigin } from '#renderer/commands/create-origin.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { editPassage } from '#renderer/commands/edit-passage.ts';
import { editParty } from '#renderer/commands/edit-party.ts';
import { mergeClaims } from '#renderer/commands/merge-claims.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { setPassage } from '#renderer/commands/set-passage.ts';
import { setPriority } from '#renderer/commands/set-priority.ts';
import { setTags } from '#renderer/commands/set-tags.ts';
import { skipClaim } from '#renderer/commands/skip-claim.ts';
import { ArticleWorld } from '../../support/article-world.ts';
import { CaseWorld } from '../../support/case-world.ts';
import { anySteps, outcomeOf } from '../../support/command-arbitraries.ts';

const rung = (partyId: string | null, unnamed: string | null = null) => ({
  partyId,
  unnamed,
  role: null,
  mode: 'direct' as const,
  basis: [],
  basisNote: null,
});

/** Three claims: "late" made first but standing last in the text. */
function worldWithThree() {
  const world = new ArticleWorld();
  world.claim('late', 'They came back to Deir Ezzor in July');
  world.claim('early', 'leaders fled');
  world.claim('middle', 'spies went to Turkey');
  return world;
}

const rowOf = (world: CaseWorld, id: string) => claimRows(world.state).find((row) => row.id === id);
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const found = (world: CaseWorld, filter: Partial<ClaimFilter>) =>
  ids(filterClaims(claimRows(world.state), { ...NO_FILTER, ...filter }, '2015-03-01'));

describe('the row of a claim', () => {
  it('names the innermost party of its ladder, or the words for nobody', () => {
    const world = worldWithThree();
    world.person('outlet', 'Sound and Picture');
    world.person('sami', 'Sami Fourati');
    const ladder = [rung('outlet'), rung('sami'), rung(null, 'it was revealed')];
    world.run(setPassage, { anchor: world.anchor('leaders fled'), voice: 'unclear', ladder });
    expect(rowOf(world, 'early')).toMatchObject({
      speaker: 'Sami Fourati',
      speakerId: 'sami',
      voiceUnclear: true,
    });
    world.run(editClaim, { claimId: 'late', fields: { ladder: [rung(null, 'it was revealed')] } });
    expect(rowOf(world, 'late')).toMatchObject({
      speaker: 'it was revealed',
      speakerId: null,
      voiceUnclear: false,
    });
    world.run(editParty, {
      partyId: 'sami',
      fields: { names: [{ text: 'Sami F.', script: 'latin', kind: 'name' }] },
    });
    expect(rowOf(world, 'early')?.speaker).toBe('Sami F.');
  });

  it('tells not started from nothing found, open questions, evidence and changes', () => {
    const world = worldWithThree();
    expect(rowOf(world, 'early')).toMatchObject({
      status: 'unverified',
      reason: 'not started',
      openQuestions: 0,
    });
    world.run(setFinding, { claimId: 'early', status: 'unverified', reason: 'searched, nothing found' });
    world.run(addNote, { id: 'q', claimId: 'early', kind: 'question', text: 'Who?' });
    world.evidence('e', 'early');
    const row = rowOf(world, 'early');
    expect(row).toMatchObject({
      reason: 'searched, nothing found',
      openQuestions: 1,
      originsFor: 1,
      hasEvidence: true,
    });
    world.run(answerQuestion, { noteId: 'q', answer: 'Him.' });
    expect(rowOf(world, 'early')?.openQuestions).toBe(0);
  });

  it('is not there for a claim that was merged', () => {
    const world = worldWithThree();
    world.run(mergeClaims, { keepId: 'early', mergeIds: ['late'] });
    expect(ids(claimRows(world.state))).toEqual(['early', 'middle']);
  });

  it('is the very same object while nothing in it changed', () => {
    const world = worldWithThree();
    const before = claimRows(world.state);
    expect(claimRows(world.state)).toBe(before);
    world.evidence('e', 'early');
    world.person('sami');
    world.run(setPriority, { claimIds: ['middle'], priority: 'must' });
    const after = claimRows(world.state);
    expect(after.map((row, at) => row === before[at])).toEqual([true, false, false]);
  });

  it('follows its passage, and who its sources are affiliated to', () => {
    const world = worldWithThree();
    for (const id of ['outlet', 'sami', 'zaid']) world.person(id);
    const anchor = world.anchor('leaders fled');
    world.run(setPassage, { id: 'p', anchor, voice: 'direct', ladder: [rung('outlet'), rung('sami')] });
    world.run(createOrigin, { id: 'o', name: 'Zaid', partyId: 'zaid' });
    world.evidence('e', 'early', 'supports', 'o');
    expect(rowOf(world, 'early')).toMatchObject({ voiceUnclear: false, originsFor: 1 });
    world.run(editPassage, { passageId: 'p', fields: { voice: 'unclear' } });
    expect(rowOf(world, 'early')).toMatchObject({ voiceUnclear: true, speaker: 'sami' });
    world.run(editParty, { partyId: 'zaid', fields: { affiliation: 'outlet' } });
    expect(rowOf(world, 'early')?.originsFor).toBe(0);
    world.run(editParty, { partyId: 'zaid', fields: { affiliation: null } });
    expect(rowOf(world, 'early')?.originsFor).toBe(1);
    world.run(editParty, { partyId: 'outlet', fields: { affiliation: 'zaid' } });
    expect(rowOf(world, 'early')?.originsFor).toBe(0);
  });

  it('is what it would be had it never been kept, whatever was done before', () => {
    fc.assert(
      fc.property(anySteps(), (steps) => {
        const world = new CaseWorld();
        for (const step of steps) {
          const outcome = outcomeOf(step, world.state, world.context);
          if (!isRefusal(outcome)) world.write(outcome);
          claimRows(world.state);
        }
        const fresh = claimRows(stateOf(fold(world.entries).values()));
        const byId = new Map(fresh.map((row) => [row.id, row]));
        const kept = claimRows(world.state);
        expect(kept).toHaveLength(fresh.length);
        for (const row of kept) expect(row).toEqual(byId.get(row.id));
      }),
      { numRuns: 60 },
    );
  });
});

describe('filtering claims', () => {
  it('finds all words, in any case and accent, in claim and speaker', () => {
    const world = worldWithThree();
    world.person('sami', 'Sámi');
    world.run(setPassage, {
      anchor: world.anchor('spies went to Turkey'),
      voice: 'direct',
      ladder: [rung('sami')],
    });
    world.run(editClaim, { claimId: 'early', fields: { original: 'فرَّ القادة إلى تركيا', gloss: 'Résumé' } });
    expect(found(world, { text: 'TURKEY' })).toEqual(['middle']);
    expect(found(world, { text: 'sami spies' })).toEqual(['middle']);
    expect(found(world, { text: 'sami leaders' })).toEqual([]);
    expect(found(world, { text: 'الى القاده' })).toEqual(['early']);
    expect(found(world, { text: 'resume' })).toEqual(['early']);
    expect(found(world, { text: 'C-01' })).toEqual(['late']);
    expect(found(world, { text: '  ' })).toHaveLength(3);
  });

  it('lets any of one kind through and demands all kinds', () => {
    const world = worldWithThree();
    world.person('amer');
    world.run(setPriority, { claimIds: ['late', 'early'], priority: 'must' });
    world.run(setTags, { claimIds: ['early'], add: ['money'] });
    world.run(editClaim, { claimId: 'late', fields: { subjects: ['amer'] } });
    world.run(skipClaim, { claimId: 'middle', reason: 'opinion' });
    world.run(setFinding, { claimId: 'early', status: 'disputed', rationale: 'x' });
    world.evidence('e', 'late');
    expect(found(world, { priorities: ['must', 'could'] })).toEqual(['late', 'early']);
    expect(found(world, { priorities: ['must'], tags: ['money', 'other'] })).toEqual(['early']);
    expect(found(world, { subjects: ['amer'] })).toEqual(['late']);
    expect(found(world, { statuses: ['disputed'] })).toEqual(['early']);
    expect(found(world, { reasons: ['not started'], skipped: 'hide' })).toEqual(['late']);
    expect(found(world, { skipped: 'only' })).toEqual(['middle']);
    expect(found(world, { hasEvidence: true })).toEqual(['late']);
    expect(found(world, { hasEvidence: false })).toEqual(['early', 'middle']);
    expect(found(world, { unfinishedMust: true })).toEqual(['late']);
    expect(found(world, { documents: ['doc'] })).toHaveLength(3);
    expect(found(world, { documents: ['other'] })).toEqual([]);
    world.run(addRelation, { from: 'late', to: 'early', kind: 'depends on' });
    world.run(setFinding, { claimId: 'early', status: 'disputed', rationale: 'y' });
    expect(found(world, { dependsOnChanged: true })).toEqual(['late']);
  });
});

describe('sorting claims', () => {
  it('goes by the text, the reference, what is urgent, how they stand, or what changed last', () => {
    const world = worldWithThree();
    world.run(setPriority, { claimIds: ['middle'], priority: 'must' });
    world.run(setPriority, { claimIds: ['early'], priority: 'could' });
    world.run(setFinding, { claimId: 'late', status: 'corroborated', rationale: 'x' });
    const sorted = (by: Parameters<typeof sortClaims>[1]) => ids(sortClaims(claimRows(world.state), by));
    expect(sorted('text')).toEqual(['early', 'middle', 'late']);
    expect(sorted('reference')).toEqual(['late', 'early', 'middle']);
    expect(sorted('priority')).toEqual(['middle', 'late', 'early']);
    expect(sorted('status')).toEqual(['late', 'early', 'middle']);
    expect(sorted('changed')).toEqual(['late', 'early', 'middle']);
  });
});

describe('counting claims', () => {
  it('keeps not started apart from nothing found, and skipped apart from all', () => {
    const world = worldWithThree();
    world.claim('fourth', 'all of them prominent');
    world.run(setFinding, { claimId: 'early', status: 'unverified', reason: 'searched, nothing found' });
    world.run(setFinding, { claimId: 'late', status: 'unverified', reason: 'insufficient' });
    world.run(skipClaim, { claimId: 'middle', reason: 'trivial' });
    const counts = countsOf(claimRows(world.state));
    expect(counts).toMatchObject({ total: 4, notStarted: 1, nothingFound: 1, unverified: 1, skipped: 1 });
    expect(counts.byReason).toMatchObject({ 'not started': 1, insufficient: 1, 'in full': 0 });
  });

  it('adds up, whatever was done', () => {
    fc.assert(
      fc.property(anySteps(), (steps) => {
        const world = new CaseWorld();
        for (const step of steps) {
          const outcome = outcomeOf(step, world.state, world.context);
          if (!isRefusal(outcome)) world.write(outcome);
        }
        const counts = countsOf(claimRows(world.state));
        const { corroborated, disputed, unverified, nothingFound, notStarted, skipped } = counts;
        expect(corroborated + disputed + unverified + nothingFound + notStarted + skipped).toBe(counts.total);
        expect(Object.values(counts.byReason).reduce((a, b) => a + b, 0)).toBe(counts.total - skipped);
      }),
      { numRuns: 40 },
    );
  });

  it('leads from one unfinished must to the next, round the end', () => {
    const world = worldWithThree();
    const rows = () => sortClaims(claimRows(world.state), 'text');
    expect(nextUnfinishedMust(rows(), null)).toBeNull();
    world.run(setPriority, { claimIds: ['early', 'late'], priority: 'must' });
    expect(nextUnfinishedMust(rows(), null)).toBe('early');
    expect(nextUnfinishedMust(rows(), 'early')).toBe('late');
    expect(nextUnfinishedMust(rows(), 'late')).toBe('early');
    world.run(setFinding, { claimId: 'early', status: 'unverified' });
    expect(nextUnfinishedMust(rows(), 'late')).toBe('late');
  });
});

describe('what claims can be filtered by', () => {
  it('is listed with how many have it, the most frequent first', () => {
    const world = worldWithThree();
    world.person('sami');
    world.person('amer');
    world.run(editClaim, {
      claimId: 'early',
      fields: { ladder: [rung('sami')], subjects: ['amer', 'sami'] },
    });
    world.run(editClaim, { claimId: 'late', fields: { subjects: ['sami'], tags: ['b', 'a'] } });
    const rows = claimRows(world.state);
    expect(speakersOf(world.state, rows)).toEqual([{ id: 'sami', label: 'sami', count: 1 }]);
    expect(subjectsOf(world.state, rows).map(({ id, count }) => [id, count])).toEqual([
      ['sami', 2],
      ['amer', 1],
    ]);
    expect(tagsOf(rows).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(documentsOf(world.state, rows)).toEqual([{ id: 'doc', label: 'Document doc', count: 3 }]);
  });
});
