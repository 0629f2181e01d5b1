import { describe, expect, it } from 'vitest';
import { fold, itemKey } from '#core/journal/fold.ts';
import { verifyChains } from '#core/journal/verify-chain.ts';
import { partOf } from '#core/merge/part-of.ts';
import { addNote } from '#renderer/commands/add-note.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { addRelation } from '#renderer/commands/add-relation.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { createOrigin } from '#renderer/commands/create-origin.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { setPassage } from '#renderer/commands/set-passage.ts';
import { anchorOf } from '../../support/case-world.ts';
import { Desk } from '../../support/merge-world.ts';

const TEXT = 'Ali fled to Turkey in July. Omar stayed in the village until the winter.';
const rung = (partyId: string) =>
  [{ partyId, unnamed: null, role: null, mode: 'direct', basis: [], basisNote: null }] as const;

/** Two claims, each with all it may rest on, and everything named after its claim. */
function world() {
  const anna = new Desk('anna');
  anna.found('Anna B');
  const build = (name: string, words: string) => {
    anna.document(`doc-${name}`, TEXT);
    const party = (label: string) =>
      anna.run(addParty, {
        fields: { names: [{ text: `${label}-${name}`, script: 'latin', kind: 'name' }] },
      })[0] ?? '';
    const [outlet, voice, subject, giver] = ['outlet', 'voice', 'subject', 'giver'].map(party);
    anna.write([
      { entity: 'party', entityId: voice ?? '', op: 'update', patch: { affiliation: outlet ?? '' } },
    ]);
    anna.run(setPassage, {
      anchor: anchorOf(`doc-${name}`, TEXT, TEXT.slice(0, 60)),
      voice: 'direct',
      ladder: rung(voice ?? ''),
    });
    const [claim = ''] = anna.run(makeClaim, {
      anchors: [anchorOf(`doc-${name}`, TEXT, words)],
      fields: { statement: `statement-${name}`, subjects: [subject ?? ''] },
    });
    anna.run(addNote, { claimId: claim, kind: 'note', text: `note-${name}` });
    const [evidenceId = ''] = anna.run(attachEvidence, {
      items: [{ kind: 'quotation', fields: { text: `quotation-${name}` } }],
      bearing: { claimId: claim, stance: 'supports' },
    });
    anna.run(createOrigin, { name: `origin-${name}`, partyId: giver ?? null, evidenceIds: [evidenceId] });
    return claim;
  };
  const [one, two] = [build('one', 'fled to Turkey'), build('two', 'stayed in the village')];
  anna.run(addRelation, { from: one, to: two, kind: 'in tension with' });
  return { anna, one, two };
}

const KINDS = ['statement', 'note', 'quotation', 'origin', 'outlet', 'voice', 'subject', 'giver'];

describe('a part of a case', () => {
  it('holds what the chosen claims rest on and not a word of anything else', () => {
    const { anna, one } = world();
    const part = partOf(anna.entries, anna.state, [one]);
    const text = JSON.stringify(part.entries);
    for (const kind of KINDS) expect([kind, text.includes(`${kind}-one`)]).toEqual([kind, true]);
    for (const kind of KINDS) expect([kind, text.includes(`${kind}-two`)]).toEqual([kind, false]);
    expect(part.documents).toEqual(['doc-one']);
    expect(part.items.some(({ entity }) => entity === 'relation')).toBe(false);
    expect(
      partOf(anna.entries, anna.state, anna.state.claim.keys()).items.map(({ entity }) => entity),
    ).toContain('relation');
  });

  it('verifies, opens as a case, is worked on and merges back whole', () => {
    const { anna, one, two } = world();
    const part = partOf(anna.entries, anna.state, [one]);
    expect(verifyChains(part.entries)).toEqual([]);
    const bilal = new Desk('bilal');
    bilal.takeIn(part.entries);
    bilal.join('Bilal C');
    expect([...bilal.state.claim.keys()]).toEqual([one]);
    bilal.run(editClaim, { claimId: one, fields: { statement: 'better words' } });
    const whole = fold(anna.entries);
    anna.takeIn(bilal.entries);
    expect(verifyChains(anna.entries)).toEqual([]);
    expect(anna.state.claim.get(one)?.statement).toBe('better words');
    expect(fold(anna.entries).get(itemKey('claim', two))).toEqual(whole.get(itemKey('claim', two)));
    bilal.takeIn(anna.entries);
    expect(fold(bilal.entries)).toEqual(fold(anna.entries));
  });

  it('carries every purge along', () => {
    const { anna, one, two } = world();
    anna.purge({ kind: 'item', entity: 'claim', id: two });
    const part = partOf(anna.entries, anna.state, [one]);
    expect(part.entries.filter(({ body }) => body?.entity === 'purge')).toHaveLength(1);
  });
});
