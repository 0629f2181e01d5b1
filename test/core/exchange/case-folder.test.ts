import { describe, expect, it } from 'vitest';
import { parseCaseFolder, seedChanges } from '#core/exchange/case-folder.ts';
import { CaseFolderError } from '#core/exchange/case-folder-error.ts';
import { CaseWorld } from '../../support/case-world.ts';

const ARTICLE = 'Daily Post\n\nSami said: “Two men fled.” The guards say nothing. “They were two,” he added.';

const anchorOf = (words: string) => {
  const start = ARTICLE.indexOf(words);
  return { start, end: start + words.length, exact: words };
};
const outlet = { source: 'Daily Post', role: null, mode: 'narration', basis: ['not stated'] };
const sami = { source: 'Sami', role: null, mode: 'direct', basis: 'says saw' };
const plain = {
  title: 'Two men',
  document: { publisher: 'Daily Post' },
  claims: [
    {
      ref: 'C-01',
      statement: 'Two men fled.',
      anchors: [anchorOf('Two men fled')],
      attribution: [outlet, sami],
      status: 'unverified',
      reason: 'not started',
    },
  ],
};
type Plain = typeof plain;

/** The plain folder with something else in its only claim. */
const withClaim = (fields: object): object => ({ ...plain, claims: [{ ...plain.claims[0], ...fields }] });

function failure(value: unknown, article = ARTICLE): { code: string; place: string; message: string } {
  try {
    parseCaseFolder(typeof value === 'string' ? value : JSON.stringify(value), article);
  } catch (error) {
    if (error instanceof CaseFolderError) return error;
    throw error;
  }
  throw new Error('It was read though it should be refused.');
}

function opened(value: object) {
  const world = new CaseWorld();
  const { changes, texts } = seedChanges(JSON.stringify(value), ARTICLE, world.context);
  world.write(changes);
  return { state: world.state, texts };
}
const only = <T>(items: ReadonlyMap<string, T>): T => {
  const [first, ...others] = items.values();
  if (!first || others.length > 0) throw new Error(`There are ${items.size}, not one.`);
  return first;
};

describe('a case folder with the plain fields alone', () => {
  it('becomes a case: parties are made of the sources', () => {
    const { state, texts } = opened(plain);
    const names = [...state.party.values()].map(({ kind, names }) => [kind, names[0]?.text]);
    expect(names).toEqual([
      ['organisation', 'Daily Post'],
      ['person', 'Sami'],
    ]);
    const document = only(state.document);
    expect(document).toMatchObject({ ref: 'D-1', title: 'Two men', length: ARTICLE.length });
    expect([...texts]).toEqual([[document.id, ARTICLE]]);
    expect(only(state.claim).ladder?.map(({ basis }) => basis)).toEqual([['not stated'], ['says saw']]);
  });

  it('completes the anchors with their document and their surroundings', () => {
    const { state } = opened(plain);
    expect(only(state.claim).anchors).toEqual([
      {
        documentId: only(state.document).id,
        ...anchorOf('Two men fled'),
        prefix: 'Daily Post\n\nSami said: “',
        suffix: '.” The guards say nothing. “They',
      },
    ]);
  });

  it('is under fresh ids each time', () => {
    const world = new CaseWorld();
    const made = () => seedChanges(JSON.stringify(plain), ARTICLE, world.context).changes;
    const ids = [...made(), ...made()].map(({ entityId }) => entityId).filter((id) => id !== 'case');
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a claim and the passage it stands in', () => {
  const passages = [{ voice: 'direct', anchor: anchorOf('“Two men fled.”'), attribution: [outlet, sami] }];

  it('share one ladder, stored with the passage', () => {
    const { state } = opened({ ...plain, passages });
    expect(only(state.claim).ladder).toBeNull();
    expect(only(state.passage).ladder).toHaveLength(2);
  });

  it('share it, too, when the claim gives none', () => {
    const { state } = opened({ ...withClaim({ attribution: null }), passages });
    expect(only(state.claim).ladder).toBeNull();
  });

  it('keep theirs apart when they differ', () => {
    const unnamed = { source: 'unnamed', unnamed: 'it was revealed', mode: 'indirect', basis: [] };
    const { state } = opened({ ...withClaim({ attribution: [outlet, sami, unnamed] }), passages });
    expect(only(state.claim).ladder?.at(-1)).toMatchObject({ partyId: null, unnamed: 'it was revealed' });
    expect(state.party.size).toBe(2);
  });
});

describe('evidence in a case folder', () => {
  const evidence = [{ ref: 'E-01', title: 'The gate book', text: 'Two went out.' }];

  it('is held against claims as the folder says', () => {
    const held = { evidence: [{ item: 'E-01', stance: 'supports' }], stage: 'checking', owner: 'Bea' };
    const { state } = opened({ ...withClaim(held), evidence });
    expect(only(state.evidence)).toMatchObject({ ref: 'E-01', kind: 'quotation', text: 'Two went out.' });
    expect(only(state.assessment)).toMatchObject({
      evidenceId: only(state.evidence).id,
      claimId: only(state.claim).id,
      stance: 'supports',
    });
    expect(only(state.claim)).toMatchObject({ stage: 'checking', owner: 'Bea', secondReads: [] });
  });

  it('has to be there, and is held against a claim once', () => {
    const against = (...items: string[]) =>
      failure({ ...withClaim({ evidence: items.map((item) => ({ item, stance: 'supports' })) }), evidence });
    expect(against('E-02')).toMatchObject({ code: 'case-bad-reference', place: 'claims[0] (C-01).evidence' });
    expect(against('E-01', 'E-01').code).toBe('case-bad-reference');
  });

  it('signs nothing off: a folder holds no second read', () => {
    expect(failure(withClaim({ stage: 'signed off' }))).toMatchObject({ code: 'case-bad-field' });
    expect(failure(withClaim({ stage: 'second read' }))).toMatchObject({ code: 'case-bad-field' });
  });
});

describe('a finding in a case folder', () => {
  it('is kept with its rationale', () => {
    const finding = { rationale: 'Two lists agree.', part: 'the number', confidence: 'moderate' };
    const { state } = opened(withClaim({ status: 'corroborated', reason: 'in part', finding }));
    expect(only(state.claim).finding).toMatchObject({
      status: 'corroborated',
      reason: 'in part',
      ...finding,
      asOf: '2015-03-01',
    });
  });

  it('is refused without one, or with a reason of another status', () => {
    expect(failure(withClaim({ status: 'corroborated', reason: 'in full' }))).toMatchObject({
      code: 'case-bad-field',
      place: 'claims[0] (C-01)',
    });
    expect(failure(withClaim({ status: 'unverified', reason: 'in full' })).message).toBe(
      'claims[0] (C-01): “in full” is no reason for “unverified”.',
    );
  });
});

describe('a case folder is refused', () => {
  it('when case.json is no JSON, or of something else', () => {
    expect(failure('{"title": ').code).toBe('case-not-json');
    expect(failure([]).code).toBe('case-other-format');
    expect(failure({ ...plain, format: 'recipes' })).toMatchObject({
      code: 'case-other-format',
      place: 'format',
    });
  });

  it('by name when it comes from a newer version, whatever it holds', () => {
    const error = failure({ format: 'touchstone-case', version: 2, everything: 'else' });
    expect(error.code).toBe('case-newer-version');
    expect(error.message).toContain('version 2');
  });

  it('with the place of a field that is missing or wrong', () => {
    expect(failure({ ...plain, title: ' ' })).toMatchObject({ code: 'case-bad-field', place: 'title' });
    expect(failure(withClaim({ statement: undefined })).place).toBe('claims[0].statement');
    expect(failure(withClaim({ ref: '7' })).message).toContain('C-07');
    expect(failure(withClaim({ anchors: [] })).place).toBe('claims[0].anchors');
    expect(failure(withClaim({ dates: [{ edtf: 'July' }] })).place).toBe('claims[0].dates[0].edtf');
    const rung = { ...outlet, mode: 'sung' };
    expect(failure(withClaim({ attribution: [rung] })).place).toBe('claims[0].attribution[0].mode');
  });

  it('when a text holds half of a character', () => {
    expect(failure(withClaim({ statement: 'broken \ud83d' })).place).toBe('claims[0].statement');
    expect(failure(plain, 'broken \udc00 article').code).toBe('case-bad-article');
    expect(failure(plain, ' \n').code).toBe('case-bad-article');
  });

  it('when the article does not hold the quoted words there', () => {
    const anchor = anchorOf('Two men fled');
    const moved = { ...anchor, start: anchor.start + 1, end: anchor.end + 1 };
    expect(failure(withClaim({ anchors: [moved] }))).toMatchObject({
      code: 'case-bad-anchor',
      place: 'claims[0] (C-01).anchors[0]',
    });
    expect(failure(withClaim({ anchors: [{ ...anchor, end: 9999 }] })).code).toBe('case-bad-anchor');
    expect(failure(withClaim({ anchors: [{ ...anchor, prefix: 'elsewhere' }] })).code).toBe(
      'case-bad-anchor',
    );
    const defects = [{ note: 'no date', start: 3, end: 9999 }];
    expect(failure({ ...plain, document: { defects } }).place).toBe('document.defects[0]');
  });

  it('when it names what is not there, or one thing twice', () => {
    const twice: Plain = { ...plain, claims: [...plain.claims, ...plain.claims] };
    expect(failure(twice).message).toBe('claims[1]: “C-01” is there twice.');
    expect(failure(withClaim({ subjects: ['p-nobody'] })).message).toBe(
      'claims[0] (C-01): “p-nobody” is not in this file.',
    );
    const relations = [{ from: 'C-01', kind: 'part of', to: 'C-02' }];
    expect(failure({ ...plain, relations }).place).toBe('relations[0]');
    const itself = [{ from: 'C-01', kind: 'same as', to: 'C-01' }];
    expect(failure({ ...plain, relations: itself }).code).toBe('case-bad-reference');
    expect(failure({ ...plain, document: { publisherParty: 'p-x' } }).place).toBe('document.publisherParty');
  });
});
