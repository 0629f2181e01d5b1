import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ladderOf, voiceOf } from '#core/anchoring/ladder-of.ts';
import { indexPassages } from '#core/anchoring/passage-index.ts';
import { parseCaseFolder, seedChanges } from '#core/exchange/case-folder.ts';
import { sha256Text } from '#core/journal/hash.ts';
import { CaseWorld } from '../support/case-world.ts';

const folderOf = (name: string) => readFileSync(`seeds/deir-ezzor/${name}`, 'utf8');
const article = folderOf('article.txt');
const caseJson = folderOf('case.json');
const folder = parseCaseFolder(caseJson, article);

type FileRung = { source: string; role: string | null; mode: string; basis: string[] };
type FileAnchor = { start: number; end: number; exact: string; prefix: string; suffix: string };
type FileClaim = {
  ref: string;
  anchors: FileAnchor[];
  attribution: FileRung[];
  ownLadder?: boolean;
  status: string;
  reason: string;
};
const file = JSON.parse(caseJson) as {
  claims: FileClaim[];
  passages: { anchor: FileAnchor; attribution: FileRung[] }[];
  relations: { from: string; kind: string; to: string }[];
};

/** Where an experienced checker found each claim, C-01 first. */
const PLACES = [
  [362, 414],
  [569, 665],
  [708, 789],
  [950, 1054],
  [1065, 1163],
  [1173, 1258],
  [1260, 1359],
  [1361, 1542],
  [1558, 1622],
  [1627, 1650],
  [1750, 1793],
  [1795, 1843],
  [1918, 1980],
  [2265, 2376],
  [2487, 2583],
  [2585, 2624],
  [2626, 2665],
  [2666, 2755],
  [2787, 2895],
  [3014, 3109],
  [3114, 3179],
  [3181, 3236],
  [3238, 3319],
  [3322, 3437],
  [3504, 3557],
  [3563, 3606],
  [3782, 3849],
  [3851, 3927],
  [3941, 4089],
  [4101, 4189],
  [4197, 4286],
  [4311, 4406],
  [4408, 4503],
  [4505, 4526],
  [4542, 4625],
  [4669, 4786],
  [4787, 4836],
  [4841, 4905],
] as const;
const refOf = (number: number) => `C-${String(number).padStart(2, '0')}`;
const sourcesOf = (ref: string) =>
  file.claims.find((claim) => claim.ref === ref)?.attribution.map(({ source }) => source);

function opened(): CaseWorld {
  const world = new CaseWorld();
  world.write(seedChanges(caseJson, article, world.context).changes);
  return world;
}

describe('the article of the sample', () => {
  it('is the text as it was published, non-breaking spaces and all', () => {
    expect(sha256Text(article)).toBe('994cee50ce70cf9f5319530501fbe100e923202789160638fec7e0fb27be9bdd');
    expect(article.match(/\u00a0/g)).toHaveLength(6);
  });
});

describe('the claims of the sample', () => {
  it('are C-01 to C-38, each found where an experienced checker found it', () => {
    expect(file.claims.map(({ ref }) => ref)).toEqual(PLACES.map((_, at) => refOf(at + 1)));
    const places = file.claims.map(({ anchors: [first] }) => [first?.start, first?.end]);
    expect(places).toEqual(PLACES);
  });

  it('quote the article exactly, with 32 characters on each side', () => {
    const anchors = [...file.claims.flatMap((claim) => claim.anchors), ...file.passages.map((p) => p.anchor)];
    for (const { start, end, exact, prefix, suffix } of anchors) {
      expect(exact).toBe(article.slice(start, end));
      expect(prefix).toBe(article.slice(Math.max(0, start - 32), start));
      expect(suffix).toBe(article.slice(end, end + 32));
    }
  });

  it('are all unverified, not started', () => {
    for (const { status, reason } of file.claims) {
      expect([status, reason]).toEqual(['unverified', 'not started']);
    }
  });

  it('carry the ladder of the passage they stand in, unless they say that it is their own', () => {
    for (const { ref, anchors, attribution, ownLadder = false } of file.claims) {
      const start = anchors[0]?.start ?? -1;
      const around = file.passages.filter(({ anchor }) => anchor.start <= start && start < anchor.end);
      const same = isDeepStrictEqual(around[0]?.attribution, attribution);
      expect([ref, around.length, same]).toEqual([ref, 1, !ownLadder]);
    }
  });

  it('name who knew it, down to a rung that nobody is named for', () => {
    const outlet = 'Sound and Picture';
    expect(sourcesOf('C-01')).toEqual([outlet]);
    expect(sourcesOf('C-04')).toEqual([outlet, 'Zaid Fourati']);
    expect(sourcesOf('C-10')).toEqual([outlet]);
    expect(sourcesOf('C-19')).toEqual([outlet, 'Abu Anas al-Ansari']);
    expect(sourcesOf('C-14')).toEqual([outlet, 'Abu Anas al-Ansari', expect.stringContaining('unnamed')]);
    expect(sourcesOf('C-34')).toEqual([outlet, 'Sami Fourati', 'Islamic State']);
    expect(sourcesOf('C-36')).toEqual([outlet, 'Sami Fourati', 'IS regulation']);
    const seenAndHeard = file.claims.find(({ ref }) => ref === 'C-04')?.attribution.at(-1);
    expect(seenAndHeard).toMatchObject({ mode: 'direct', basis: ['says saw', 'heard'] });
  });

  it('relate to each other as the worksheet says', () => {
    const related = file.relations.map(({ from, kind, to }) => `${from} ${kind} ${to}`);
    const many = (from: number[], kind: string, to: number) =>
      from.map((one) => `${refOf(one)} ${kind} ${refOf(to)}`);
    expect(related).toEqual(
      expect.arrayContaining([
        ...many([5, 6, 7], 'part of', 4),
        ...many([9, 10], 'part of', 8),
        ...many([15, 16, 17], 'depends on', 14),
        ...many([20, 21, 22, 23], 'depends on', 19),
        ...many([25, 26], 'part of', 24),
        ...many([30, 31], 'part of', 29),
        ...many([33, 34, 35], 'depends on', 32),
        ...many([37], 'part of', 36),
        ...many([11], 'in tension with', 4),
        ...many([11], 'in tension with', 28),
        ...many([14, 19], 'in tension with', 1),
      ]),
    );
  });

  it('mark every accusation of a named person as a must', () => {
    const accusations = folder.claims.filter(({ accuses }) => accuses);
    expect(accusations.map(({ ref }) => ref)).toEqual(
      [6, 7, 17, 18, 22, 23, 25, 26, 30, 31, 33].map((number) => refOf(number)),
    );
    for (const { priority, subjects } of accusations) {
      expect(priority).toBe('must');
      expect(subjects).not.toEqual([]);
    }
  });
});

describe('the passages of the sample', () => {
  it('give every word of the article to one voice', () => {
    let reached = 0;
    for (const { anchor } of file.passages) {
      expect(anchor.start).toBeGreaterThanOrEqual(reached);
      expect(article.slice(reached, anchor.start).trim()).toBe('');
      reached = anchor.end;
    }
    expect(article.slice(reached).trim()).toBe('');
  });

  it('leave nine claims with an unclear voice, each with candidates and a reason', () => {
    const { state } = opened();
    const passages = indexPassages(state.passage.values());
    const unclear = [...state.claim.values()].filter((claim) => voiceOf(claim, passages) === 'unclear');
    expect(unclear.map(({ ref }) => ref)).toEqual([5, 6, 7, 8, 9, 10, 24, 25, 26].map(refOf));
    for (const { voice, candidates, why } of state.passage.values()) {
      expect(candidates.length > 1 && why !== null).toBe(voice === 'unclear');
    }
  });
});

describe('the sample, opened', () => {
  const world = opened();
  const { state } = world;
  const named = (text: string) =>
    [...state.party.values()].find(({ names }) => names.some((name) => name.text === text));

  it('has its title, its document and no evidence', () => {
    expect(state.case.get('case')).toMatchObject({ title: 'Desertions around Deir Ezzor', mode: 'desk' });
    const [document] = state.document.values();
    expect(document).toMatchObject({
      ref: 'D-1',
      publisher: 'Sound and Picture',
      publisherId: named('Sound and Picture')?.id,
      published: null,
      translationOf: { language: 'ar', held: false },
      length: article.length,
      textHash: sha256Text(article),
    });
    expect(document?.title).toMatch(/^What is the reality behind the desertion/);
    expect(document?.defects).toHaveLength(5);
    expect([state.evidence.size, state.assessment.size, state.check.size, state.origin.size]).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('holds no finding and skips one claim as opinion', () => {
    const claims = [...state.claim.values()];
    expect(claims.every(({ finding }) => finding === null)).toBe(true);
    const skipped = claims.filter(({ skip }) => skip !== null);
    expect(skipped.map(({ ref, skip }) => [ref, skip?.reason])).toEqual([['C-27', 'opinion']]);
  });

  it('stores a ladder only for the two claims that have their own', () => {
    const passages = indexPassages(state.passage.values());
    const own = [...state.claim.values()].filter(({ ladder }) => ladder !== null);
    expect(own.map(({ ref }) => ref)).toEqual(['C-14', 'C-34']);
    expect(own[0]?.ladder?.at(-1)).toMatchObject({ partyId: null, unnamed: 'the fact was quickly revealed' });
    for (const claim of state.claim.values()) {
      const sources = ladderOf(claim, passages).map(
        ({ partyId, unnamed }) => state.party.get(partyId ?? '')?.names[0]?.text ?? `unnamed (“${unnamed}”)`,
      );
      expect(sources).toEqual(sourcesOf(claim.ref));
    }
  });

  it('counts the outlet’s reporter with the outlet, and keeps the two Fouratis apart', () => {
    const [zaid, sami] = [named('Zaid Fourati'), named('Sami Fourati')];
    expect(zaid?.affiliation).toBe(named('Sound and Picture')?.id);
    expect(sami?.affiliation).toBeNull();
    expect(zaid?.notToBeConfusedWith).toEqual([sami?.id]);
  });

  it('protects everybody who is spoken about by name', () => {
    const subjects = [...state.party.values()].filter(
      ({ kind, parts }) => kind === 'person' && parts.includes('subject'),
    );
    expect(subjects).toHaveLength(10);
    for (const { safety } of subjects) expect(safety).not.toBe('public');
  });

  it('asks for the original where the text breaks off', () => {
    const cut = [...state.claim.values()].find(({ ref }) => ref === 'C-26');
    const questions = [...state.note.values()].filter(
      ({ claimId, kind, answer }) => claimId === cut?.id && kind === 'question' && answer === null,
    );
    expect(questions.map(({ text }) => text)).toEqual([expect.stringMatching(/^Get the original/)]);
  });

  it('holds the July of no stated year as a date', () => {
    const july = [...state.claim.values()].find(({ ref }) => ref === 'C-19');
    expect(july?.dates[0]).toMatchObject({ edtf: 'XXXX-07', note: expect.stringContaining('Assumption') });
  });
});
