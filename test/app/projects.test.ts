import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '#core/journal/entry.ts';
import { verifyChains } from '#core/journal/verify-chain.ts';
import { openConflict } from '#core/finding/conflict.ts';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import type { OpenedProject } from '#core/ports/project-files.ts';
import { HostError } from '#renderer/platform/host.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { removeEvidence } from '#renderer/commands/remove-evidence.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { type Phase, useJobs } from '#renderer/state/jobs-store.ts';
import { refuse, type Stubs } from '../support/fake-host.ts';
import { NEW_CASE, openWorld, type World, workbenchWorld } from '../support/workbench-world.ts';

afterEach(() => vi.restoreAllMocks());

/** A project file as the vault would hold it, without its encryption. */
type MemoryFile = {
  info: {
    caseId: string;
    title: string;
    savedAt: string;
    savedBy: { actor: string; alias: string };
    scope: 'whole' | 'part' | 'redacted';
  };
  journal: string;
  texts: Map<string, string>;
};

/** The vault's part of project files, over files in memory. */
function fileStubs(files: Map<string, MemoryFile>): Stubs {
  const saving = new Map<string, MemoryFile & { path: string }>();
  const opened = new Map<string, MemoryFile>();
  const text = new TextDecoder();
  const savingOf = (jobId: string) => {
    const file = saving.get(jobId);
    if (!file) throw new HostError('cancelled', '');
    return file;
  };
  let made = 1000;
  const snapshotPath = (caseId: string): string => `snapshots/${caseId}/${(made += 1)}.touchstone`;
  const snapshotsOf = (caseId: string): string[] =>
    [...files.keys()].filter((path) => path.startsWith(`snapshots/${caseId}/`)).toReversed();
  const summaryOf = ({ info, journal, texts }: MemoryFile) => ({
    info: {
      ...info,
      savedBy: { ...info.savedBy, publicKey: null },
      scope: info.scope,
      program: { name: 'Touchstone', version: '1' },
      format: 'touchstone',
      formatVersion: 1,
    },
    signature: 'none' as const,
    entries: journal.trim().split('\n').length,
    withheld: 0,
    actors: [],
    documents: [...texts.keys()],
    evidence: { files: 0, bytes: 0 },
    missing: { documents: [], evidence: [] },
  });
  return {
    'project.space': () => ({ needed: 1, free: 2 ** 30 }),
    'project.beginSave': ({ jobId, path, info }) => {
      saving.set(jobId, { path, info, journal: '', texts: new Map() });
      return null;
    },
    'project.saveEntries': ({ jobId, bytes }) => {
      savingOf(jobId).journal += text.decode(bytes);
      return null;
    },
    'project.saveText': ({ jobId, id, bytes }) => {
      const { texts } = savingOf(jobId);
      texts.set(id, (texts.get(id) ?? '') + text.decode(bytes));
      return null;
    },
    'project.endSave': ({ jobId }) => {
      const { path, ...file } = savingOf(jobId);
      files.set(path, file);
      return { bytes: file.journal.length, summary: summaryOf(file) };
    },
    'project.fingerprint': ({ path }) => ({
      sha256: 'ab'.repeat(32),
      bytes: files.get(path)?.journal.length ?? 0,
    }),
    'project.cancel': () => null,
    'project.open': ({ jobId, path, passphrase }) => {
      if (passphrase !== 'file words') throw new HostError('wrong-passphrase', '');
      const file = files.get(path);
      if (!file) throw new HostError('file-missing', '');
      opened.set(jobId, file);
      return summaryOf(file);
    },
    'project.entries': ({ jobId }) => ({
      bytes: new TextEncoder().encode(opened.get(jobId)?.journal ?? ''),
      done: true,
    }),
    'project.text': ({ jobId, id }) => ({ text: opened.get(jobId)?.texts.get(id) ?? '' }),
    'project.evidence': () => ({ taken: 0, held: 0 }),
    'snapshots.begin': ({ jobId, caseId, info }) => {
      saving.set(jobId, { path: snapshotPath(caseId), info, journal: '', texts: new Map() });
      return null;
    },
    'snapshots.list': ({ caseId }) => ({
      snapshots: snapshotsOf(caseId).map((path) => ({ name: path.split('/').at(-1) ?? '', bytes: 1 })),
    }),
    'snapshots.open': ({ jobId, caseId, name }) => {
      const file = files.get(`snapshots/${caseId}/${name}`);
      if (!file) throw new HostError('bad-request', '');
      opened.set(jobId, file);
      return summaryOf(file);
    },
    'snapshots.prune': ({ caseId, keep }) => {
      const gone = snapshotsOf(caseId).slice(keep);
      for (const path of gone) files.delete(path);
      return { removed: gone.length };
    },
    'evidence.erase': () => null,
    'project.close': ({ jobId }) => {
      opened.delete(jobId);
      return null;
    },
  };
}

const TEXT = 'Sami fled. Omar stayed.';
const state = () => useCase.getState().state;
const linesOf = ({ journal }: MemoryFile): Entry[] =>
  journal
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry);

async function saved(
  { workbench }: World,
  path: string,
  claimIds: readonly string[] | null = null,
  redacted = false,
) {
  const outcome = await workbench.saveProject({
    path,
    protection: { passphrase: 'file words' },
    claimIds,
    redacted,
  });
  if (!outcome.ok) throw new Error(outcome.code);
}
async function opened({ workbench }: World, path: string): Promise<OpenedProject> {
  const outcome = await workbench.openProject(path, 'file words');
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

/** Presses "Cancel" as soon as the work is in this phase, once. */
function cancelWhen(phase: Phase): void {
  const stop = useJobs.subscribe(({ jobs }) => {
    const job = jobs.find((one) => one.phase === phase);
    if (!job) return;
    stop();
    job.cancel();
  });
}

const PHOTO = { sha256: 'cd'.repeat(32), crc32: 1, size: 3, name: 'a.jpg', mediaType: 'image/jpeg' };
const attachPhoto = ({ workbench }: World) =>
  workbench.run(attachEvidence, {
    items: [{ id: 'photo', kind: 'file', file: { ...PHOTO, modified: null }, fields: {} }],
    bearing: null,
  });

const paramsOf = ({ host }: World, method: string): unknown[] =>
  host.calls.filter((call) => call.method === method).map(({ params }) => params);

/** Anna's case with two claims, saved; `files` holds what anybody saved. */
async function annas(stubs: Stubs = {}) {
  const files = new Map<string, MemoryFile>();
  const anna = await openWorld({ ...fileStubs(files), ...stubs });
  const read = await anna.workbench.readPasted(TEXT, null);
  if (!read.ok) throw new Error(read.code);
  const made = await anna.workbench.importArticle(read.value, { title: 'T', publisher: null });
  if (!made.ok) throw new Error(made.code);
  const { documentId } = made.value;
  await anna.workbench.run(makeClaim, { id: 'one', anchors: [makeAnchor(documentId, TEXT, 0, 10)] });
  await anna.workbench.run(makeClaim, { id: 'two', anchors: [makeAnchor(documentId, TEXT, 11, 23)] });
  await saved(anna, '/stick/anna');
  return { anna, files, documentId };
}

/** A colleague on another laptop who stored Anna's file as a new case. */
async function bilals(files: Map<string, MemoryFile>): Promise<World> {
  const bilal = workbenchWorld(fileStubs(files));
  await bilal.workbench.start();
  const project = await opened(bilal, '/stick/anna');
  expect(project).toMatchObject({ here: 'no', title: 'Albu Kamal', savedBy: { alias: 'Anna Berg' } });
  const { passphrase, keychain } = NEW_CASE;
  const taken = await bilal.workbench.takeProject(project, { alias: 'Bilal', passphrase, keychain });
  if (!taken.ok) throw new Error(taken.code);
  return bilal;
}

describe('a project file', () => {
  it('holds the whole history in order, and the texts', async () => {
    const { anna, files, documentId } = await annas();
    const file = files.get('/stick/anna');
    if (!file) throw new Error('Nothing was saved.');
    const { entries = [] } = anna.stores.get(file.info.caseId) ?? {};
    // That it left is written once the file stands.
    expect(linesOf(file)).toEqual(entries.slice(0, -1));
    expect(entries.at(-1)?.body?.entity).toBe('release');
    expect(verifyChains(linesOf(file))).toEqual([]);
    expect(file.texts.get(documentId)).toBe(TEXT);
    expect(file.info).toMatchObject({ title: 'Albu Kamal', scope: 'whole', savedBy: { alias: 'Anna Berg' } });
    expect(useJobs.getState().jobs).toEqual([]);
  });

  it('is kept among the releases, and undo passes over that', async () => {
    const { anna } = await annas();
    const [release] = [...state().release.values()];
    expect(release).toMatchObject({ kind: 'project', audience: 'colleagues', fileName: 'anna', to: null });
    expect(release?.claims.map(({ claimId }) => claimId)).toEqual(['one', 'two']);
    await anna.workbench.undo();
    expect([state().release.size, state().claim.size]).toEqual([1, 1]);
  });

  it('is saved again to the same file with the same choices, once there is one', async () => {
    const { anna, files } = await annas();
    files.clear();
    await anna.workbench.run(editClaim, { claimId: 'two', fields: { statement: 'Omar did not leave.' } });
    expect(await anna.workbench.saveProjectAgain()).toMatchObject({
      ok: true,
      value: { path: '/stick/anna' },
    });
    expect(files.get('/stick/anna')?.journal).toContain('Omar did not leave.');
    await anna.workbench.lock();
    await anna.workbench.unlock([...anna.stores.keys()][0] ?? '', NEW_CASE.passphrase);
    expect(await anna.workbench.saveProjectAgain()).toEqual({ ok: true, value: null });
  });

  it('as a redacted copy holds no protected name, verifies, and changes nothing when it comes back', async () => {
    const { anna, files, documentId } = await annas();
    const names = [{ text: 'Sami', script: 'latin' as const, kind: 'name' as const }];
    await anna.workbench.run(addParty, {
      id: 'sami',
      fields: { names, safety: 'protected', pseudonym: 'Witness 1' },
    });
    await saved(anna, '/stick/redacted', null, true);
    const file = files.get('/stick/redacted');
    if (!file) throw new Error('Nothing was saved.');
    expect(file.info.scope).toBe('redacted');
    expect(`${file.journal}${[...file.texts.values()].join('')}`).not.toContain('Sami');
    expect(file.texts.get(documentId)).toBe('[Witness 1] fled. Omar stayed.');
    expect(verifyChains(linesOf(file))).toEqual([]);
    const before = state();
    const merged = await anna.workbench.mergeProject(await opened(anna, '/stick/redacted'));
    expect(merged.ok).toBe(true);
    expect(state().claim.get('one')?.statement).toBe(before.claim.get('one')?.statement);
    expect(state().party.get('sami')?.names).toEqual(names);
    const releases = [...before.release.values()].map(({ kind, holds }) => ({ kind, holds }));
    expect(releases).toEqual([
      { kind: 'project', holds: [] },
      { kind: 'project-redacted', holds: [] },
    ]);
  });

  it('of chosen claims withholds everything else and still verifies', async () => {
    const { anna, files } = await annas();
    await saved(anna, '/stick/part', ['one']);
    const part = files.get('/stick/part');
    if (!part) throw new Error('Nothing was saved.');
    expect(part.info.scope).toBe('part');
    expect(part.journal).toContain('Sami fled');
    expect(linesOf(part).filter(({ body }) => body?.entityId === 'two')).toEqual([]);
    expect(verifyChains(linesOf(part))).toEqual([]);
  });

  it('is stored as a new case under its own id, by another person, with its texts', async () => {
    const { files, documentId } = await annas();
    const bilal = await bilals(files);
    expect(state().claim.get('one')?.ref).toBe('C-01');
    expect(useCase.getState().texts.get(documentId)).toBe(TEXT);
    expect(state().actor.get(useCase.getState().actor)?.alias).toBe('Bilal');
    expect(bilal.called()).toContain('project.evidence');
    expect(bilal.called()).toContain('project.close');
    await bilal.workbench.run(makeClaim, {
      id: 'three',
      anchors: [makeAnchor(documentId, TEXT, 0, 4)],
    });
    expect(state().claim.get('three')?.ref).toBe('C-03-BI');
  });

  it('comes back: what is new and what differs is shown first, then merged, all of it', async () => {
    const { anna, files } = await annas();
    const bilal = await bilals(files);
    await bilal.workbench.run(setFinding, { claimId: 'one', status: 'disputed', rationale: 'He denies it.' });
    await bilal.workbench.run(editClaim, { claimId: 'two', fields: { statement: 'Omar did not leave.' } });
    await saved(bilal, '/stick/bilal');
    await anna.workbench.unlock([...anna.stores.keys()][0] ?? '', NEW_CASE.passphrase);
    await anna.workbench.run(setFinding, {
      claimId: 'one',
      status: 'corroborated',
      rationale: 'Two saw it.',
    });
    const project = await opened(anna, '/stick/bilal');
    expect(project.here).toBe('open');
    const planned = await anna.workbench.reviewProject(project);
    if (!planned.ok) throw new Error(planned.code);
    expect(planned.value.review.findings).toMatchObject([{ claimId: 'one' }]);
    expect(planned.value.review.people.map(({ alias }) => alias)).toEqual(['Bilal']);
    expect(state().claim.get('two')?.statement).toBe('Omar stayed.');
    const merged = await anna.workbench.mergeProject(project);
    expect(merged.ok).toBe(true);
    expect(state().claim.get('two')?.statement).toBe('Omar did not leave.');
    const claim = state().claim.get('one');
    expect(new Set(claim && openConflict(claim).map(({ finding }) => finding?.status))).toEqual(
      new Set(['corroborated', 'disputed']),
    );
    expect(useCase.getState()).toMatchObject({ canUndo: false, save: { kind: 'saved' } });
    const again = await anna.workbench.reviewProject(project);
    expect(again.ok && again.value.review.people).toEqual([]);
  });

  it('of a case that is here, locked, is not mixed up with a new one', async () => {
    const { anna } = await annas();
    await anna.workbench.lock();
    expect((await opened(anna, '/stick/anna')).here).toBe('locked');
  });

  it('that cannot be stored leaves nothing of a new case behind', async () => {
    const { files } = await annas();
    const bilal = workbenchWorld({
      ...fileStubs(files),
      'project.evidence': () => {
        throw new HostError('disk-full', '');
      },
    });
    await bilal.workbench.start();
    const project = await opened(bilal, '/stick/anna');
    const { passphrase, keychain } = NEW_CASE;
    const taken = await bilal.workbench.takeProject(project, { alias: 'Bilal', passphrase, keychain });
    expect(taken).toEqual({ ok: false, code: 'disk-full' });
    expect([bilal.stores.size, bilal.keyrings.size, bilal.catalogue.ids]).toEqual([0, 0, []]);
  });

  it('that is given up while it is stored leaves nothing of a new case behind', async () => {
    const { files } = await annas();
    const bilal = workbenchWorld(fileStubs(files));
    await bilal.workbench.start();
    const project = await opened(bilal, '/stick/anna');
    const { passphrase, keychain } = NEW_CASE;
    cancelWhen('storing');
    expect(await bilal.workbench.takeProject(project, { alias: 'Bilal', passphrase, keychain })).toEqual({
      ok: false,
      code: 'cancelled',
    });
    expect([bilal.stores.size, bilal.keyrings.size, bilal.catalogue.ids]).toEqual([0, 0, []]);
    expect(useJobs.getState().jobs).toEqual([]);
  });

  it('is refused by the passphrase it was not made with', async () => {
    const { anna } = await annas();
    expect(await anna.workbench.openProject('/stick/anna', 'other words')).toEqual({
      ok: false,
      code: 'wrong-passphrase',
    });
  });
});

describe('a merge', () => {
  /** Anna's case, open, and what Bilal did to it, on the stick. */
  async function twoCopies() {
    const { anna, files, documentId } = await annas();
    const bilal = await bilals(files);
    await bilal.workbench.run(editClaim, { claimId: 'two', fields: { statement: 'Omar did not leave.' } });
    await saved(bilal, '/stick/bilal');
    const [caseId = ''] = anna.stores.keys();
    await anna.workbench.unlock(caseId, NEW_CASE.passphrase);
    return { anna, files, documentId, caseId };
  }

  /** Anna's case after she merged what Bilal did to it. */
  async function mergedCase() {
    const { anna, files, documentId, caseId } = await twoCopies();
    const before = useCase.getState().actor;
    const merged = await anna.workbench.mergeProject(await opened(anna, '/stick/bilal'));
    expect(merged.ok).toBe(true);
    return { anna, files, caseId, before, documentId };
  }

  it.each(['reading', 'working', 'storing'] as const)(
    'is stopped while %s: the case is as it was, no failure is shown, and it can be merged again',
    async (phase) => {
      const { anna, caseId } = await twoCopies();
      const project = await opened(anna, '/stick/bilal');
      const entries = [...(anna.stores.get(caseId)?.entries ?? [])];
      cancelWhen(phase);
      expect(await anna.workbench.mergeProject(project)).toEqual({ ok: false, code: 'cancelled' });
      expect(anna.stores.get(caseId)?.entries).toEqual(entries);
      expect(state().claim.get('two')?.statement).toBe('Omar stayed.');
      expect(useCase.getState().save.kind).not.toBe('failed');
      expect(useJobs.getState().jobs).toEqual([]);
      expect((await anna.workbench.mergeProject(project)).ok).toBe(true);
      expect(state().claim.get('two')?.statement).toBe('Omar did not leave.');
    },
  );

  it('is undone by going back to the copy that was made before it, under a fresh actor', async () => {
    const { anna, caseId, before, documentId } = await mergedCase();
    expect(state().claim.get('two')?.statement).toBe('Omar did not leave.');
    const copies = await anna.workbench.listSnapshots();
    if (!copies.ok) throw new Error(copies.code);
    expect(copies.value).toHaveLength(1);
    expect((await anna.workbench.restoreSnapshot(copies.value[0]?.name ?? '')).ok).toBe(true);
    expect(state().claim.get('two')?.statement).toBe('Omar stayed.');
    expect(useCase.getState().actor).not.toBe(before);
    expect(useCase.getState().texts.get(documentId)).toBe(TEXT);
    expect(state().actor.get(useCase.getState().actor)?.alias).toBe('Anna Berg');
    const entries = anna.stores.get(caseId)?.entries ?? [];
    expect(verifyChains(entries)).toEqual([]);
    // How the case stood after the merge is a copy now: going back can itself be taken back.
    const after = await anna.workbench.listSnapshots();
    expect(after.ok && after.value).toHaveLength(2);
  });

  it('keeps a copy that says which files it needs, so that they stay as long as it does', async () => {
    const { anna } = await annas();
    await attachPhoto(anna);
    await saved(anna, '/stick/again');
    await anna.workbench.mergeProject(await opened(anna, '/stick/again'));
    expect(paramsOf(anna, 'snapshots.begin')).toMatchObject([{ names: [PHOTO.sha256] }]);
  });

  it('leaves five copies, of which the oldest, too, can be gone back to', async () => {
    const { anna, caseId } = await twoCopies();
    const project = () => opened(anna, '/stick/bilal');
    const names = async () => {
      const copies = await anna.workbench.listSnapshots();
      if (!copies.ok) throw new Error(copies.code);
      return copies.value.map(({ name }) => name);
    };
    for (let number = 0; number < 7; number++) {
      await anna.workbench.run(editClaim, { claimId: 'one', fields: { gloss: `Merge ${number}` } });
      expect((await anna.workbench.mergeProject(await project())).ok).toBe(true);
    }
    const before = await names();
    expect(before).toHaveLength(5);
    expect(await anna.workbench.restoreSnapshot(before.at(-1) ?? '')).toEqual({ ok: true, value: null });
    expect(state().claim.get('one')?.gloss).toBe('Merge 2');
    const after = await names();
    // How it stood is a copy; the one that was gone back to is what the case holds now.
    expect(after.slice(1)).toEqual(before.slice(0, 4));
    expect(verifyChains(anna.stores.get(caseId)?.entries ?? [])).toEqual([]);
  });

  it('that cannot be gone back from after all leaves every copy', async () => {
    const { anna } = await twoCopies();
    for (let number = 0; number < 5; number++) {
      await anna.workbench.mergeProject(await opened(anna, '/stick/bilal'));
    }
    const copies = await anna.workbench.listSnapshots();
    if (!copies.ok) throw new Error(copies.code);
    cancelWhen('working');
    const oldest = copies.value.at(-1)?.name ?? '';
    expect(await anna.workbench.restoreSnapshot(oldest)).toEqual({ ok: false, code: 'cancelled' });
    expect((await anna.workbench.restoreSnapshot(oldest)).ok).toBe(true);
  });

  it('can be done again after going back, and loses nothing written since', async () => {
    const { anna } = await mergedCase();
    const copies = await anna.workbench.listSnapshots();
    if (!copies.ok) throw new Error(copies.code);
    await anna.workbench.restoreSnapshot(copies.value[0]?.name ?? '');
    await anna.workbench.run(setFinding, { claimId: 'one', status: 'disputed', rationale: 'He denies it.' });
    expect((await anna.workbench.mergeProject(await opened(anna, '/stick/bilal'))).ok).toBe(true);
    expect(state().claim.get('two')?.statement).toBe('Omar did not leave.');
    expect(state().claim.get('one')?.finding?.status).toBe('disputed');
  });
});

describe('a case one of whose files is lost on this laptop', () => {
  it('is saved without it, which is said, rather than not at all', async () => {
    const { anna } = await annas({ 'evidence.missing': ({ sha256s }) => ({ sha256s }) });
    await attachPhoto(anna);
    const outcome = await anna.workbench.saveProject({
      path: '/stick/lost',
      protection: { passphrase: 'file words' },
      claimIds: null,
      redacted: false,
    });
    expect(outcome).toMatchObject({ ok: true, value: { without: 1 } });
    expect(paramsOf(anna, 'project.beginSave').at(-1)).toMatchObject({ evidence: [] });
  });
});

describe('a file that holds what is lost on this laptop', () => {
  it('brings it back, though it has nothing new otherwise', async () => {
    let lost = false;
    const { anna } = await annas({
      'evidence.missing': ({ sha256s }) => ({ sha256s: lost ? sha256s : [] }),
    });
    await attachPhoto(anna);
    await saved(anna, '/stick/photo');
    lost = true;
    const project = await opened(anna, '/stick/photo');
    const review = await anna.workbench.reviewProject(project);
    expect(review).toMatchObject({ ok: true, value: { foundAgain: 1, review: { people: [] } } });
    const lacking = { ...project, missingEvidence: [PHOTO.sha256] };
    expect(await anna.workbench.reviewProject(lacking)).toMatchObject({ value: { foundAgain: 0 } });
    expect((await anna.workbench.mergeProject(project)).ok).toBe(true);
    expect(anna.called()).toContain('project.evidence');
  });
});

describe('a case that leaves as a file', () => {
  const leaves = async (stubs: Stubs = {}) => {
    const { anna } = await annas(stubs);
    const [caseId = ''] = anna.stores.keys();
    return {
      anna,
      remove: () => anna.workbench.removeCase(caseId, { path: '/stick/anna', sha256: 'ab'.repeat(32) }),
    };
  };

  it('is destroyed while that lies where it was written', async () => {
    const { anna, remove } = await leaves();
    expect((await remove()).ok).toBe(true);
    expect(anna.keyrings.size).toBe(0);
  });

  it.each([
    ['gone', refuse('file-unreadable')],
    ['another one', () => ({ sha256: 'cd'.repeat(32), bytes: 1 })],
  ])('is not when that is %s: its stick may be out', async (_what, fingerprint) => {
    let left = false;
    const { anna, remove } = await leaves({
      'project.fingerprint': () => (left ? fingerprint() : { sha256: 'ab'.repeat(32), bytes: 1 }),
    });
    left = true;
    expect(await remove()).toEqual({ ok: false, code: 'left-file-gone' });
    expect(anna.keyrings.size).toBe(1);
    expect(state().claim.size).toBe(2);
  });
});

describe('a purge', () => {
  it('says first what would go, then leaves no word of it in history, rows or copies', async () => {
    const { anna } = await annas();
    const { workbench, stores, called } = anna;
    await workbench.run(editClaim, { claimId: 'two', fields: { statement: 'Planted Omar Planted.' } });
    const asked = { kind: 'item', entity: 'claim', id: 'two' } as const;
    const planned = await workbench.planPurge(asked);
    if (!planned.ok) throw new Error(planned.code);
    expect(planned.value.gone).toMatchObject([{ entity: 'claim', id: 'two' }]);
    expect(state().claim.has('two')).toBe(true);
    expect((await workbench.purge(asked)).ok).toBe(true);
    const [store] = stores.values();
    if (!store) throw new Error('There is no store.');
    expect(JSON.stringify([store.entries, [...store.rows]])).not.toContain('Planted');
    expect(verifyChains(store.entries)).toEqual([]);
    expect(state().claim.has('two')).toBe(false);
    expect(called()).toEqual(expect.arrayContaining(['evidence.erase', 'snapshots.prune']));
    expect(useCase.getState().canUndo).toBe(false);
  });

  it.each(['working', 'storing'] as const)(
    'is stopped while %s: nothing is purged, and nothing beside it erased',
    async (phase) => {
      const { anna } = await annas();
      cancelWhen(phase);
      const asked = { kind: 'item', entity: 'claim', id: 'two' } as const;
      expect(await anna.workbench.purge(asked)).toEqual({ ok: false, code: 'cancelled' });
      expect(state().claim.get('two')?.statement).toBe('Omar stayed.');
      expect(anna.called()).not.toContain('evidence.erase');
      expect(anna.called()).not.toContain('snapshots.prune');
      expect((await anna.workbench.purge(asked)).ok).toBe(true);
    },
  );

  it('is not undone by merging a file from before it', async () => {
    const { anna } = await annas();
    await anna.workbench.run(editClaim, { claimId: 'two', fields: { statement: 'Planted words.' } });
    await saved(anna, '/stick/planted');
    await anna.workbench.purge({ kind: 'item', entity: 'claim', id: 'two' });
    expect((await anna.workbench.mergeProject(await opened(anna, '/stick/planted'))).ok).toBe(true);
    expect(state().claim.has('two')).toBe(false);
    const [store] = anna.stores.values();
    expect(JSON.stringify(store?.entries)).not.toContain('Planted');
  });

  it('of evidence holds against a file from before it: what that brings to the disk is erased again', async () => {
    const { anna } = await annas();
    await attachPhoto(anna);
    await saved(anna, '/stick/photo');
    await anna.workbench.purge({ kind: 'item', entity: 'evidence', id: 'photo' });
    const [caseId = ''] = anna.stores.keys();
    expect((await anna.workbench.mergeProject(await opened(anna, '/stick/photo'))).ok).toBe(true);
    expect(paramsOf(anna, 'evidence.erase')).toEqual([
      { caseId, sha256s: [PHOTO.sha256] },
      { caseId, sha256s: [PHOTO.sha256], unlessCopied: true },
    ]);
  });

  it('that a merge brought is followed to its end, copies and files, when the person says so', async () => {
    const { anna, files } = await annas();
    await attachPhoto(anna);
    await saved(anna, '/stick/anna');
    const bilal = await bilals(files);
    await bilal.workbench.purge({ kind: 'item', entity: 'evidence', id: 'photo' });
    await saved(bilal, '/stick/purged');
    const [caseId = ''] = anna.stores.keys();
    await anna.workbench.unlock(caseId, NEW_CASE.passphrase);
    const merged = await anna.workbench.mergeProject(await opened(anna, '/stick/purged'));
    if (!merged.ok) throw new Error(merged.code);
    expect(merged.value.purgedFiles).toEqual([PHOTO.sha256]);
    const copies = async () => {
      const listed = await anna.workbench.listSnapshots();
      return listed.ok ? listed.value.length : null;
    };
    expect([await copies(), anna.called().includes('evidence.erase')]).toEqual([1, false]);
    await anna.workbench.forgetCopies(merged.value.purgedFiles);
    expect(await copies()).toBe(0);
    expect(paramsOf(anna, 'evidence.erase')).toEqual([{ caseId, sha256s: [PHOTO.sha256] }]);
    expect(anna.called()).toContain('snapshots.eraseKept');
  });

  it('erases nothing after a merge that names all its files', async () => {
    const { anna } = await annas();
    await attachPhoto(anna);
    await saved(anna, '/stick/photo');
    expect((await anna.workbench.mergeProject(await opened(anna, '/stick/photo'))).ok).toBe(true);
    await anna.workbench.run(removeEvidence, { evidenceId: 'photo' });
    expect((await anna.workbench.mergeProject(await opened(anna, '/stick/photo'))).ok).toBe(true);
    expect(anna.called()).not.toContain('evidence.erase');
  });

  it('of an article leaves its text nowhere, in the window neither', async () => {
    const { anna, documentId } = await annas();
    expect((await anna.workbench.purge({ kind: 'item', entity: 'document', id: documentId })).ok).toBe(true);
    const [store] = anna.stores.values();
    expect(await store?.text(documentId)).toBeNull();
    expect(useCase.getState().texts.size).toBe(0);
    // The words that claims marked in it go as well; what people wrote of their own stays.
    expect(JSON.stringify(store?.entries)).not.toContain('"exact"');
    expect(state().claim.get('two')).toMatchObject({ statement: 'Omar stayed.', anchors: [] });
  });

  it('of the case itself is refused in words', async () => {
    const { anna } = await annas();
    expect(await anna.workbench.planPurge({ kind: 'item', entity: 'case', id: 'case' })).toEqual({
      ok: false,
      code: 'command.not-purgeable',
    });
  });
});
