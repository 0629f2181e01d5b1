import { describe, expect, it } from 'vitest';
import {
  type AcceptedProposal,
  acceptProposals,
  type NamedRung,
} from '#renderer/commands/accept-proposals.ts';
import { setPassage } from '#renderer/commands/set-passage.ts';
import { ArticleWorld } from '../support/article-world.ts';

const rung = (name: string, more: Partial<NamedRung> = {}): NamedRung => ({
  party: { name, kind: 'person' },
  unnamed: null,
  role: null,
  mode: 'indirect',
  basis: ['not stated'],
  basisNote: null,
  ...more,
});

const proposal = (world: ArticleWorld, more: Partial<AcceptedProposal> = {}): AcceptedProposal => ({
  id: 'c',
  anchors: [world.anchor('leaders fled')],
  statement: 'Leaders fled.',
  ladder: [rung('Sami Fourati', { role: 'the spokesman' })],
  subjects: [],
  accuses: false,
  dates: [],
  passage: {
    anchor: world.anchor('leaders fled'),
    voice: 'indirect',
    ladder: [rung('Sami Fourati', { role: 'the spokesman' })],
    candidates: [],
    why: null,
  },
  skip: null,
  ...more,
});

const names = (world: ArticleWorld) => [...world.state.party.values()].map((party) => party.names[0]?.text);

describe('accepting proposals', () => {
  it('makes claim, passage and parties in one batch; the claim inherits its passage', () => {
    const world = new ArticleWorld();
    world.run(acceptProposals, {
      claims: [
        proposal(world, {
          accuses: true,
          subjects: [{ name: 'Yousef Orfali', kind: 'person' }],
          dates: [{ edtf: 'XXXX-07', note: 'July', calendar: 'gregorian' }],
        }),
      ],
    });
    const claim = world.get('claim', 'c');
    expect(claim).toMatchObject({
      ref: 'C-01',
      statement: 'Leaders fled.',
      accuses: true,
      ladder: null,
      dates: [{ edtf: 'XXXX-07', note: 'July', calendar: 'gregorian' }],
    });
    const [passage] = world.state.passage.values();
    const sami = world.state.party.get(passage?.ladder[0]?.partyId ?? '');
    expect(sami).toMatchObject({ parts: ['speaker'], role: 'the spokesman' });
    expect(claim.subjects.map((id) => world.state.party.get(id)?.names[0]?.text)).toEqual(['Yousef Orfali']);
  });

  it('knows a party by its exact name and never by a surname', () => {
    const world = new ArticleWorld();
    world.person('sami', 'Sami Fourati', { parts: ['subject'] });
    world.run(acceptProposals, {
      claims: [proposal(world, { subjects: [{ name: 'Fourati', kind: 'person' }] })],
    });
    expect(names(world)).toEqual(['Sami Fourati', 'Fourati']);
    const [passage] = world.state.passage.values();
    expect(passage?.ladder[0]?.partyId).toBe('sami');
    expect(world.get('party', 'sami').parts).toEqual(['subject', 'speaker']);
  });

  it('guesses nobody where several have the name: the words stay', () => {
    const world = new ArticleWorld();
    world.person('one', 'Sami Fourati');
    world.person('two', 'Sami Fourati');
    world.run(acceptProposals, {
      claims: [proposal(world, { subjects: [{ name: 'Sami Fourati', kind: 'person' }] })],
    });
    expect(world.state.party.size).toBe(2);
    expect(world.get('claim', 'c').subjects).toEqual([]);
    const [passage] = world.state.passage.values();
    expect(passage?.ladder[0]).toMatchObject({ partyId: null, unnamed: 'Sami Fourati' });
  });

  it('gives the claim a ladder of its own where it says more than its passage', () => {
    const world = new ArticleWorld();
    const inner = rung('The regulation', {
      party: { name: 'The regulation', kind: 'document' },
      mode: 'document',
    });
    const ladder = [rung('Sami Fourati', { basis: ['says saw'], basisNote: 'I saw' }), inner];
    world.run(acceptProposals, { claims: [proposal(world, { ladder })] });
    const [passage] = world.state.passage.values();
    expect(passage?.ladder).toHaveLength(1);
    expect(passage?.ladder[0]?.basis).toEqual(['not stated']);
    expect(world.get('claim', 'c').ladder).toMatchObject([
      { basis: ['says saw'], basisNote: 'I saw' },
      { mode: 'document' },
    ]);
  });

  it('leaves a stretch alone that a person gave to a voice', () => {
    const world = new ArticleWorld();
    const amer = world.person('amer', 'Amer');
    const held = {
      partyId: amer,
      unnamed: null,
      role: 'a guard',
      mode: 'direct' as const,
      basis: ['not stated' as const],
      basisNote: null,
    };
    world.run(setPassage, { anchor: world.anchor('leaders fled'), voice: 'direct', ladder: [held] });
    world.run(acceptProposals, { claims: [proposal(world)] });
    expect([...world.state.passage.values()].map(({ ladder }) => ladder)).toEqual([[held]]);
    expect(world.get('claim', 'c').ladder).toBeNull();
  });

  it('keeps an unclear voice unclear, with its candidates and why', () => {
    const world = new ArticleWorld();
    const passage = {
      anchor: world.anchor('leaders fled'),
      voice: 'unclear' as const,
      ladder: [],
      candidates: [{ name: 'Sami Fourati', kind: 'person' as const }],
      why: 'The quotation before it may go on.',
    };
    world.run(acceptProposals, { claims: [proposal(world, { ladder: [], passage })] });
    const [made] = world.state.passage.values();
    expect(made).toMatchObject({ voice: 'unclear', why: 'The quotation before it may go on.', ladder: [] });
    expect(made?.candidates.map((id) => world.state.party.get(id)?.names[0]?.text)).toEqual(['Sami Fourati']);
  });

  it('makes a skipped claim that names nobody and gives nothing a voice', () => {
    const world = new ArticleWorld();
    const skip = { reason: 'opinion' as const, note: ' ' };
    world.run(acceptProposals, {
      claims: [proposal(world, { skip, subjects: [{ name: 'Amer', kind: 'person' }] })],
    });
    expect(world.get('claim', 'c').skip).toEqual({ reason: 'opinion', note: null });
    expect([world.state.party.size, world.state.passage.size]).toEqual([0, 0]);
  });

  it('takes several at once, each with its own reference, parties made once', () => {
    const world = new ArticleWorld();
    const other = proposal(world, {
      id: 'd',
      anchors: [world.anchor('spies went to Turkey')],
      passage: null,
    });
    world.run(acceptProposals, { claims: [proposal(world), other] });
    expect([world.get('claim', 'c').ref, world.get('claim', 'd').ref]).toEqual(['C-01', 'C-02']);
    expect(names(world)).toEqual(['Sami Fourati']);
    expect(world.get('claim', 'd').ladder).toHaveLength(1);
  });

  it('refuses all of it when one of them cannot be made', () => {
    const world = new ArticleWorld();
    const refused = (more: Partial<AcceptedProposal>) =>
      world.refusal(acceptProposals, { claims: [proposal(world), proposal(world, more)] }).refused;
    expect(refused({ statement: ' ' })).toBe('statement-empty');
    expect(refused({ anchors: [] })).toBe('anchor-missing');
    expect(refused({ anchors: [{ ...world.anchor('leaders fled'), end: 99_999 }] })).toBe('anchor-bad');
    expect(refused({ dates: [{ edtf: 'soon', note: null, calendar: 'gregorian' }] })).toBe('date-bad');
  });
});
