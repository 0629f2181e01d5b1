import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULTS, ENTITY_NAMES } from '#core/model/entities.ts';
import { historyOfCase } from '#core/queries/history.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { addRelation } from '#renderer/commands/add-relation.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { clearFinding } from '#renderer/commands/clear-finding.ts';
import { deleteClaim } from '#renderer/commands/delete-claim.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { editParty } from '#renderer/commands/edit-party.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { skipClaim } from '#renderer/commands/skip-claim.ts';
import { startWords } from '#renderer/i18n/i18n.ts';
import { describeStep } from '#renderer/ui/features/history/describe-change.ts';
import { byDay, isAbout } from '#renderer/ui/features/history/filter-history.ts';
import { valueText } from '#renderer/ui/features/history/value-text.ts';
import { bridgeWorld } from '../../support/bridge-world.ts';
import type { CaseWorld } from '../../support/case-world.ts';

beforeAll(startWords);

const last = (world: CaseWorld) => {
  const step = historyOfCase(world.entries).at(-1);
  if (!step) throw new Error('There is no history.');
  return step;
};
const words = (world: CaseWorld) => describeStep(world.state, last(world), i18next.t);

describe('the history in words', () => {
  it('says what was decided, and what was taken back', () => {
    const world = bridgeWorld();
    world.run(setFinding, { claimId: 'closed', status: 'disputed', rationale: 'Two differ.' });
    expect(words(world)).toEqual(['C-01: Disputed, sources disagree']);
    world.run(clearFinding, { claimId: 'closed' });
    expect(words(world)).toEqual(['C-01: finding taken back']);
  });

  it('names the fields that changed', () => {
    const world = bridgeWorld();
    world.run(editClaim, { claimId: 'closed', fields: { statement: 'It was shut.', tags: ['bridge'] } });
    expect(words(world)).toEqual(['C-01: statement, tags']);
  });

  it('says how evidence bears on a claim, and how claims stand to each other', () => {
    const world = bridgeWorld();
    world.run(attachEvidence, {
      items: [{ kind: 'testimony', fields: { text: 'I drove over it.' } }],
      bearing: { claimId: 'closed', stance: 'contradicts' },
    });
    expect(words(world)).toEqual(['Added evidence E-01', 'E-01 contradicts C-01']);
    world.run(addRelation, { from: 'closed', to: 'cracked', kind: 'depends on' });
    expect(words(world)).toEqual(['C-01 depends on C-02']);
  });

  it('names what is gone by the reference it had', () => {
    const world = bridgeWorld();
    world.run(skipClaim, { claimId: 'open', reason: 'prediction' });
    expect(words(world)).toEqual(['C-04: skipped, prediction']);
    world.run(deleteClaim, { claimId: 'open' });
    expect(words(world)).toEqual(['Removed claim C-04']);
  });

  it('keeps back the names of our sources', () => {
    const world = bridgeWorld();
    world.run(addParty, {
      id: 'source',
      fields: {
        codeName: 'Source A',
        names: [{ text: 'Hidden Person', script: 'latin', kind: 'name' }],
        parts: ['our source'],
      },
    });
    expect(words(world)).toEqual(['Added party Source A']);
    const [change] = last(world).changes;
    const names = change?.patch['names'] ?? null;
    const item = { entity: 'party', entityId: 'source' } as const;
    expect(valueText(world.state, item, 'names', names, i18next.t)).toBe('kept back');
    world.run(editParty, { partyId: 'mara', fields: { parts: ['our source'], codeName: 'Source B' } });
    const mara = { entity: 'party', entityId: 'mara' } as const;
    expect(valueText(world.state, mara, 'names', world.get('party', 'mara').names, i18next.t)).toBe(
      'kept back',
    );
  });
});

describe('the words of the history', () => {
  it.each(ENTITY_NAMES)('name every field of a %s', (entity) => {
    const wordless = Object.keys(DEFAULTS[entity]).filter(
      (field) => !i18next.exists(`history.field.${field}`),
    );
    expect(wordless).toEqual([]);
    expect(i18next.exists(`history.what.${entity}`)).toBe(true);
    expect(i18next.exists(`history.count.${entity}`, { count: 2 })).toBe(true);
  });
});

describe('the history as a list', () => {
  it('stands under its days, the latest first', () => {
    const world = bridgeWorld();
    const steps = historyOfCase(world.entries);
    const lines = byDay(steps);
    expect(lines[0]?.kind).toBe('day');
    expect(lines.filter(({ kind }) => kind === 'step')).toHaveLength(steps.length);
    expect(lines[1]).toMatchObject({ step: { batch: last(world).batch } });
  });

  it('can be narrowed to one item and what names it', () => {
    const world = bridgeWorld();
    const about = historyOfCase(world.entries).filter((step) => isAbout(step, 'mara'));
    expect(about.map((step) => describeStep(world.state, step, i18next.t))).toEqual([
      ['Added party Mara Lind'],
    ]);
  });
});
