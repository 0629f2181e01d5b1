import { describe, expect, it } from 'vitest';
import type { Entry } from '#core/journal/entry.ts';
import { fold, itemKey } from '#core/journal/fold.ts';
import { verifyChains } from '#core/journal/verify-chain.ts';
import { destroyed, namedBy } from '#core/merge/destroyed.ts';
import { mergeJournals } from '#core/merge/take-in.ts';
import { refAdditions, withShownRefs } from '#core/merge/ambiguous-refs.ts';
import { planPurge, type PurgePlan } from '#core/merge/plan-purge.ts';
import type { ToPurge } from '#core/merge/purge-scope.ts';
import { reviewMerge } from '#core/merge/review-merge.ts';
import { stateAfter } from '#core/merge/state-after.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { assess } from '#renderer/commands/assess.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { deleteClaim } from '#renderer/commands/delete-claim.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { addNote } from '#renderer/commands/add-note.ts';
import { importDocument } from '#renderer/commands/import-document.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { anchorOf, countingEntropy } from '../../support/case-world.ts';
import { Desk } from '../../support/merge-world.ts';

const TEXT = 'Samir al-Khatib left the village in July. Nobody saw him again.';

/** A case of one claim about Samir, and a colleague who holds the same. */
function twoDesks() {
  const anna = new Desk('anna');
  anna.found('Anna B');
  anna.document('doc', TEXT);
  const [party = ''] = anna.run(addParty, {
    fields: { names: [{ text: 'Samir al-Khatib', script: 'latin', kind: 'name' }] },
  });
  const [claim = ''] = anna.run(makeClaim, {
    anchors: [anchorOf('doc', TEXT, 'left the village')],
    fields: { statement: 'Samir al-Khatib left.', gloss: 'a secret gloss', subjects: [party] },
  });
  const bilal = new Desk('bilal');
  bilal.takeIn(anna.entries);
  bilal.join('Bilal C');
  anna.takeIn(bilal.entries);
  return { anna, bilal, party, claim };
}

const planOf = (desk: Desk, asked: ToPurge): PurgePlan => {
  const plan = planPurge(desk.entries, desk.state, asked, desk.newId);
  if ('refused' in plan) throw new Error(`Refused: ${plan.refused}`);
  return plan;
};

const holds = (entries: readonly Entry[], words: string) => JSON.stringify(entries).includes(words);

describe('purging one value', () => {
  it('erases every body that ever wrote it, undo entries too, and changes nothing else', () => {
    const { anna, claim } = twoDesks();
    anna.run(editClaim, { claimId: claim, fields: { gloss: 'other words' } });
    anna.write([{ entity: 'claim', entityId: claim, op: 'update', patch: { gloss: 'a secret gloss' } }]);
    const before = fold(anna.entries);
    anna.purge({ kind: 'value', entity: 'claim', id: claim, field: 'gloss' });
    expect(holds(anna.entries, 'gloss":"')).toBe(false);
    const { gloss: _gone, ...others } = before.get(itemKey('claim', claim))?.fields ?? {};
    expect(fold(anna.entries).get(itemKey('claim', claim))?.fields).toEqual(others);
    expect(anna.state.claim.get(claim)?.gloss).toBeNull();
    expect(verifyChains(anna.entries)).toEqual([]);
  });

  it('never comes back from a copy that still holds it, nor from one who says it again unknowing', () => {
    const { anna, bilal, claim } = twoDesks();
    anna.purge({ kind: 'value', entity: 'claim', id: claim, field: 'gloss' });
    bilal.write([
      {
        entity: 'claim',
        entityId: claim,
        op: 'update',
        patch: { gloss: 'a secret gloss, said again', tags: ['oil'] },
      },
    ]);
    for (const [one, other] of [
      [anna, bilal],
      [bilal, anna],
      [anna, bilal],
    ] as const)
      one.takeIn(other.entries);
    for (const { entries } of [anna, bilal]) {
      expect(holds(entries, 'secret gloss')).toBe(false);
      expect(fold(entries).get(itemKey('claim', claim))?.fields['tags']?.[0].value).toEqual(['oil']);
    }
    expect(fold(anna.entries)).toEqual(fold(bilal.entries));
  });

  it('loses no field when two people purge two fields of one item at the same time', () => {
    const { anna, bilal, claim } = twoDesks();
    anna.purge({ kind: 'value', entity: 'claim', id: claim, field: 'gloss' });
    bilal.purge({ kind: 'value', entity: 'claim', id: claim, field: 'statement' });
    anna.takeIn(bilal.entries);
    bilal.takeIn(anna.entries);
    for (const { entries, state } of [anna, bilal]) {
      expect(holds(entries, 'secret gloss')).toBe(false);
      expect(holds(entries, 'al-Khatib left')).toBe(false);
      expect(state.claim.get(claim)).toMatchObject({ ref: 'C-01', statement: '', gloss: null });
      expect(state.claim.get(claim)?.anchors).toHaveLength(1);
    }
  });

  it('keeps findings that were concurrent both standing, each by its author', () => {
    const { anna, bilal, claim } = twoDesks();
    const finding = (rationale: string) => ({ claimId: claim, status: 'disputed' as const, rationale });
    anna.run(setFinding, finding('by Anna'));
    bilal.run(setFinding, finding('by Bilal'));
    anna.takeIn(bilal.entries);
    const standing = () => anna.state.claim.get(claim)?.folded.fields['finding']?.map(({ actor }) => actor);
    expect(standing()?.toSorted()).toEqual(['anna', 'bilal']);
    anna.purge({ kind: 'value', entity: 'claim', id: claim, field: 'gloss' });
    expect(standing()?.toSorted()).toEqual(['anna', 'bilal']);
  });

  it('keeps every earlier finding, though it stood in a body that goes', () => {
    const { anna, claim } = twoDesks();
    const patch = { gloss: 'to be purged', finding: { status: 'disputed', rationale: 'the earlier one' } };
    anna.write([{ entity: 'claim', entityId: claim, op: 'update', patch }]);
    anna.run(setFinding, { claimId: claim, status: 'corroborated', rationale: 'the later one' });
    const before = anna.state.claim.get(claim)?.finding;
    anna.purge({ kind: 'value', entity: 'claim', id: claim, field: 'gloss' });
    expect(holds(anna.entries, 'the earlier one')).toBe(true);
    expect(anna.state.claim.get(claim)?.finding).toEqual(before);
  });

  it('takes earlier values alone, on every copy, and leaves what stands now', () => {
    const { anna, bilal, claim } = twoDesks();
    anna.run(editClaim, { claimId: claim, fields: { gloss: 'a source' } });
    const asked = { kind: 'value', entity: 'claim', id: claim, field: 'gloss', onlyEarlier: true } as const;
    expect(planOf(anna, asked)).toMatchObject({ words: ['a secret gloss'], stillThere: [] });
    anna.purge(asked);
    bilal.takeIn(anna.entries);
    anna.takeIn(bilal.entries);
    for (const { entries, state } of [anna, bilal]) {
      expect(holds(entries, 'secret gloss')).toBe(false);
      expect(state.claim.get(claim)).toMatchObject({ gloss: 'a source', statement: 'Samir al-Khatib left.' });
      expect(verifyChains(entries)).toEqual([]);
    }
    expect(fold(anna.entries)).toEqual(fold(bilal.entries));
  });

  it('takes no earlier findings alone while several stand: that would settle them', () => {
    const { anna, bilal, claim } = twoDesks();
    anna.run(setFinding, { claimId: claim, status: 'disputed', rationale: 'by Anna' });
    bilal.run(setFinding, { claimId: claim, status: 'disputed', rationale: 'by Bilal' });
    anna.takeIn(bilal.entries);
    const asked = { kind: 'value', entity: 'claim', id: claim, field: 'finding', onlyEarlier: true } as const;
    expect(planPurge(anna.entries, anna.state, asked, anna.newId)).toEqual({ refused: 'not-settled' });
  });

  it('refuses references, and what there is not', () => {
    const { anna, claim } = twoDesks();
    const ask = (asked: ToPurge) => planPurge(anna.entries, anna.state, asked, anna.newId);
    expect(ask({ kind: 'value', entity: 'claim', id: claim, field: 'ref' })).toEqual({
      refused: 'not-purgeable',
    });
    expect(ask({ kind: 'item', entity: 'case', id: 'case' })).toEqual({ refused: 'not-purgeable' });
    expect(ask({ kind: 'person', partyId: 'none' })).toMatchObject({ refused: 'not-found' });
  });
});

describe('purging an item', () => {
  it('takes what hangs on it along, and its reference stays taken', () => {
    const { anna, claim } = twoDesks();
    anna.run(addNote, { claimId: claim, kind: 'note', text: 'a note on it' });
    const plan = planOf(anna, { kind: 'item', entity: 'claim', id: claim });
    expect(plan.gone.map(({ entity }) => entity)).toEqual(['claim', 'note']);
    anna.apply(plan);
    expect(anna.state.claim.size + anna.state.note.size).toBe(0);
    expect(holds(anna.entries, 'a note on it') || holds(anna.entries, 'left the village"')).toBe(false);
    const [next = ''] = anna.run(makeClaim, { anchors: [anchorOf('doc', TEXT, 'Nobody saw')], fields: {} });
    expect(anna.state.claim.get(next)?.ref).toBe('C-02');
  });

  it('names the file to be destroyed, unless another item holds the same', () => {
    const file = {
      sha256: 'ab'.repeat(32),
      crc32: 1,
      size: 1,
      name: 'f',
      mediaType: 'image/png',
      modified: null,
    };
    const { anna } = twoDesks();
    const items = ['one', 'two'].map((title) => ({ kind: 'file' as const, file, fields: { title } }));
    anna.run(attachEvidence, { items, bearing: null });
    const [one = '', two = ''] = anna.state.evidence.keys();
    const blobsOf = (id: string) => {
      const plan = planOf(anna, { kind: 'item', entity: 'evidence', id });
      return { planned: plan.blobs, done: destroyed(anna.apply(plan)).blobs };
    };
    expect(blobsOf(one)).toEqual({ planned: [], done: [] });
    expect(blobsOf(two)).toEqual({ planned: [file.sha256], done: [file.sha256] });
  });

  it('takes the assessments of evidence along, and the quotes of a document', () => {
    const { anna, claim } = twoDesks();
    const items = [{ kind: 'quotation' as const, fields: { text: 'words' } }];
    const [evidenceId = ''] = anna.run(attachEvidence, { items, bearing: null });
    anna.run(assess, { evidenceId, claimId: claim, stance: 'supports', note: 'strong' });
    anna.purge({ kind: 'item', entity: 'evidence', id: evidenceId });
    expect(anna.state.assessment.size).toBe(0);
    expect(holds(anna.entries, 'strong')).toBe(false);
    const asked = { kind: 'item' as const, entity: 'document' as const, id: 'doc' };
    expect(destroyed(anna.apply(planOf(anna, asked))).texts).toEqual(['doc']);
    expect(anna.state.claim.get(claim)).toMatchObject({ anchors: [], statement: 'Samir al-Khatib left.' });
    expect(holds(anna.entries, 'left the village')).toBe(false);
  });

  it('takes the file that a document came as along, for the same words stand in it', () => {
    const { anna } = twoDesks();
    const blob = {
      sha256: 'a'.repeat(64),
      crc32: 1,
      size: 9,
      name: 'a.pdf',
      mediaType: 'x/y',
      modified: null,
    };
    const file = { id: 'file', blob };
    anna.run(importDocument, { id: 'x', text: 'Words', origin: null, file, fields: { title: 'X' } });
    const gone = destroyed(anna.apply(planOf(anna, { kind: 'item', entity: 'document', id: 'x' })));
    expect(gone).toMatchObject({ texts: ['x'], blobs: [blob.sha256] });
    expect(anna.state.evidence.has('file')).toBe(false);
  });

  it('of a kept file leaves its document without it', () => {
    const { anna } = twoDesks();
    const blob = {
      sha256: 'a'.repeat(64),
      crc32: 1,
      size: 9,
      name: 'a.pdf',
      mediaType: 'x/y',
      modified: null,
    };
    const file = { id: 'file', blob };
    anna.run(importDocument, { id: 'x', text: 'Words', origin: null, file, fields: { title: 'X' } });
    anna.purge({ kind: 'item', entity: 'evidence', id: 'file' });
    expect(anna.state.document.get('x')).toMatchObject({ title: 'X', evidenceId: null });
  });
});

describe('purging a person', () => {
  it('removes them from where they are pointed to and lists the words that still name them', () => {
    const { anna, party, claim } = twoDesks();
    const plan = planOf(anna, { kind: 'person', partyId: party });
    expect(plan.words).toEqual(['Samir al-Khatib']);
    expect(plan.stillThere).toEqual([
      { entity: 'claim', id: claim, field: 'anchors', now: true },
      { entity: 'claim', id: claim, field: 'statement', now: true },
    ]);
    anna.apply(plan);
    expect(anna.state.party.size).toBe(0);
    expect(anna.state.claim.get(claim)?.subjects).toEqual([]);
    for (const field of ['statement', 'anchors']) {
      anna.purge({ kind: 'value', entity: 'claim', id: claim, field });
    }
    expect(holds(anna.entries, 'Samir')).toBe(false);
  });
});

describe('merging two files at the command line', () => {
  it('writes under an actor of its own only what a purge that met unknowing work leaves to do', () => {
    const { anna, bilal, claim } = twoDesks();
    bilal.run(editClaim, { claimId: claim, fields: { tags: ['oil'] } });
    const plain = mergeJournals(anna.entries, bilal.entries, countingEntropy('nobody'));
    expect(new Set(plain.map(({ header }) => header.actor))).toEqual(new Set(['anna', 'bilal']));
    anna.purge({ kind: 'value', entity: 'claim', id: claim, field: 'gloss' });
    bilal.run(editClaim, { claimId: claim, fields: { gloss: 'said again', accuses: true } });
    const merged = mergeJournals(anna.entries, bilal.entries, countingEntropy('nobody'));
    expect(verifyChains(merged)).toEqual([]);
    expect(holds(merged, 'said again')).toBe(false);
    expect(fold(merged).get(itemKey('claim', claim))?.fields['accuses']?.[0]).toMatchObject({
      actor: 'bilal',
      value: true,
    });
  });

  it('keeps of files and texts what the merged journal names', () => {
    const { anna, bilal } = twoDesks();
    anna.purge({ kind: 'item', entity: 'document', id: 'doc' });
    const merged = mergeJournals(bilal.entries, anna.entries, countingEntropy('nobody'));
    expect(namedBy(bilal.entries).documents).toEqual(new Set(['doc']));
    expect(namedBy(merged).documents).toEqual(new Set());
  });
});

describe('a merge under review', () => {
  it('lists what came in by person, what was combined and which findings conflict', () => {
    const { anna, bilal, claim } = twoDesks();
    anna.run(editClaim, { claimId: claim, fields: { statement: 'Samir left in July.' } });
    bilal.run(editClaim, {
      claimId: claim,
      fields: { statement: 'Samir left the village.', tags: ['exile'] },
    });
    anna.run(setFinding, { claimId: claim, status: 'disputed', rationale: 'by Anna' });
    bilal.run(setFinding, { claimId: claim, status: 'corroborated', rationale: 'by Bilal' });
    const [made = ''] = bilal.run(makeClaim, { anchors: [anchorOf('doc', TEXT, 'Nobody saw')], fields: {} });
    const before = anna.state;
    const absorbed = anna.takeIn(bilal.entries);
    const review = reviewMerge(before, absorbed, stateAfter(before, absorbed));
    expect(review.people).toEqual([
      expect.objectContaining({
        actor: 'bilal',
        alias: 'Bilal C',
        claims: [made],
        changed: [{ entity: 'claim', id: claim, fields: ['statement', 'tags', 'finding'] }],
        deleted: [],
      }),
    ]);
    expect(review.combined).toMatchObject([
      { field: 'statement', yours: 'Samir left in July.', theirs: 'Samir left the village.' },
    ]);
    expect(
      review.findings.map(({ findings }) => new Map(findings.map(({ alias, held }) => [alias, held]))),
    ).toEqual([
      new Map([
        ['Anna B', true],
        ['Bilal C', false],
      ]),
    ]);
    const again = anna.state;
    expect(reviewMerge(again, anna.takeIn(bilal.entries), anna.state)).toEqual({
      people: [],
      combined: [],
      findings: [],
      deleteConflicts: [],
      purges: [],
      erased: 0,
      unknowing: [],
      sharedRefs: [],
      stillThere: [],
      withheld: 0,
    });
  });

  it('says which purges come in and whose work they erased', () => {
    const { anna, bilal, claim } = twoDesks();
    anna.purge({ kind: 'value', entity: 'claim', id: claim, field: 'gloss' });
    bilal.run(editClaim, { claimId: claim, fields: { gloss: 'another' } });
    const before = bilal.state;
    const review = reviewMerge(before, bilal.takeIn(anna.entries), bilal.state);
    expect(review.purges).toMatchObject([
      { actor: 'anna', alias: 'Anna B', what: 'value', targets: [['claim', claim, 'gloss']], entries: 1 },
    ]);
    expect(review.erased).toBe(2);
    expect(review.unknowing).toEqual([{ entity: 'claim', id: claim, actor: 'bilal', alias: 'Bilal C' }]);
  });

  it('flags what one deleted while another changed it, and counts what was withheld', () => {
    const { anna, bilal, claim } = twoDesks();
    anna.run(editClaim, { claimId: claim, fields: { tags: ['kept'] } });
    bilal.run(deleteClaim, { claimId: claim });
    const [note = ''] = bilal.run(addParty, {
      fields: { names: [{ text: 'Omar', script: 'latin', kind: 'name' }] },
    });
    const partly = bilal.entries.map((entry) =>
      entry.body?.entityId === note ? { header: entry.header, body: null } : entry,
    );
    const before = anna.state;
    const review = reviewMerge(before, anna.takeIn(partly), anna.state);
    expect(review.deleteConflicts).toEqual([{ entity: 'claim', id: claim }]);
    expect(review.withheld).toBe(1);
    expect(review.people).toMatchObject([{ actor: 'bilal', parties: [], deleted: [] }]);
  });

  it('says where a purged name still stands in what was written meanwhile', () => {
    const { anna, bilal, party } = twoDesks();
    anna.purge({ kind: 'person', partyId: party });
    const [claim = ''] = bilal.run(makeClaim, {
      anchors: [anchorOf('doc', TEXT, 'Nobody saw')],
      fields: { statement: 'Nobody saw Samir al-Khatib again.' },
    });
    const before = anna.state;
    const review = reviewMerge(before, anna.takeIn(bilal.entries), anna.state);
    expect(review.stillThere).toEqual([{ entity: 'claim', id: claim, field: 'statement', now: true }]);
    const old = bilal.state;
    const here = reviewMerge(old, bilal.takeIn(anna.entries), bilal.state).stillThere;
    expect(here).toContainEqual({ entity: 'claim', id: claim, field: 'statement', now: true });
  });

  it('marks a reference that two people with the same initials made apart, on every copy alike', () => {
    const { anna, bilal } = twoDesks();
    const basma = new Desk('basma');
    basma.takeIn(anna.entries);
    basma.join('Basma C');
    for (const desk of [bilal, basma]) {
      desk.run(makeClaim, { anchors: [anchorOf('doc', TEXT, 'Nobody saw')], fields: {} });
    }
    const before = anna.state;
    const first = reviewMerge(before, anna.takeIn(bilal.entries), anna.state);
    expect(first.sharedRefs).toEqual([]);
    const between = anna.state;
    const review = reviewMerge(between, anna.takeIn(basma.entries), anna.state);
    expect(review.sharedRefs.map(({ ref, items }) => [ref, items.length])).toEqual([['C-02-BC', 2]]);
    bilal.takeIn(basma.entries);
    expect(refAdditions(anna.state)).toEqual(refAdditions(bilal.state));
    expect(refAdditions(anna.state).size).toBe(2);
    const shown = [...withShownRefs(anna.state).claim.values()].map(({ ref }) => ref);
    expect(shown.filter((ref) => /^C-02-BC·.{4,}$/u.test(ref))).toHaveLength(2);
    expect(new Set(shown).size).toBe(shown.length);
  });
});
