import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import type { Done, Workbench } from '#core/ports/workbench.ts';
import { differencesSeenBy, stepsSeenBy } from '#core/finding/as-seen-by.ts';
import { compareMoments } from '#core/queries/compare-moments.ts';
import { historyOf, historyOfCase } from '#core/queries/history.ts';
import { CLOSED_CASE, useCase } from '#renderer/state/case-store.ts';
import { useCustody } from '#renderer/state/custody-store.ts';
import { type CaseCard, useSession } from '#renderer/state/session-store.ts';
import { FIRST_VIEW, useView } from '#renderer/state/view-store.ts';
import { attach, checkFile } from './attaching.ts';
import { createCase, unlockCase } from './creating.ts';
import { lookInto } from './looking-into.ts';
import { openOutside, showQuarantined } from './custody.ts';
import { attempt, done, failed, note } from './failures.ts';
import { createExchangeWork } from './exchanging.ts';
import { createIdentityWork, lockIdentity } from './identity.ts';
import { importArticle, pickArticles, readArticle, readPasted } from './importing.ts';
import type { Parts } from './parts.ts';
import {
  closeProject,
  mergeProject,
  openProject,
  reviewProject,
  takeProject,
} from './project/open-project.ts';
import { projectSpace, saveProject, saveProjectAgain } from './project/save-project.ts';
import { forgetCopies, previewPurge, purge } from './project/purging.ts';
import { keepSnapshots, listKept, restoreKept, snapshotNow, stopSnapshots } from './project/keeping.ts';
import { listSnapshots, restoreSnapshot } from './project/snapshots.ts';
import { removeCase, sweepUnfinished } from './removing.ts';
import { exportReport, fileNameOf, previewReport } from './reporting.ts';
import { readSampleContent, stateFrom } from './sample.ts';
import { createSourceWork } from './sealing-sources.ts';
import { type OpenedCase, Session } from './session.ts';
import { thumbnailUrl } from './thumbnail-url.ts';
import { createTurns } from './turns.ts';
import { createViewWork } from './viewing.ts';

/** A workbench before its first screen. */
export type StartableWorkbench = Workbench & {
  /** Shows the lock screen, or the sample when there is no case yet. */
  start(): Promise<void>;
  /** Does what is due before the app ends; the person can do without it. */
  leave(): Promise<void>;
  /** Resolves when every action so far is stored or was refused. */
  settled(): Promise<void>;
  refreshFreeSpace(): Promise<void>;
};

/** The workbench over the host, the catalogue and the stores of this window. */
export function createWorkbench(parts: Parts): StartableWorkbench {
  const { host } = parts;
  const session = new Session(parts);
  const inTurn = createTurns();
  const turn = <T>(work: () => Promise<Done<T>>): Promise<Done<T>> => inTurn(() => attempt(work));

  async function showSample(): Promise<Done> {
    const { changes, texts } = await readSampleContent(host, 'sample');
    await session.close();
    const state = stateFrom(changes);
    useView.setState(FIRST_VIEW);
    useCase.setState({ ...CLOSED_CASE, state, texts });
    useSession.setState({ phase: 'sample', caseId: null });
    const title = state.case.get('case')?.title ?? null;
    await note('The title could not be shown.', host.call('app.setTitle', { title }));
    return done(null);
  }

  async function showFirst(cases: readonly CaseCard[]): Promise<Done> {
    useSession.setState({ cases });
    const [first] = cases;
    if (!first) return showSample();
    useSession.setState({ phase: 'locked', caseId: first.id });
    return done(null);
  }

  function withCase<T>(work: (opened: OpenedCase) => Promise<Done<T>>): Promise<Done<T>> {
    const { current } = session;
    if (current) return attempt(() => work(current));
    // What is asked while the list alone is in view waits for the case.
    if (useSession.getState().phase === 'opening') {
      return turn(async () => done(null)).then(() => {
        const { current: opened } = session;
        return opened ? attempt(() => work(opened)) : failed('closed');
      });
    }
    return Promise.resolve(failed(useSession.getState().phase === 'sample' ? 'read-only' : 'closed'));
  }

  return {
    ...createIdentityWork(host),
    ...createExchangeWork(parts, withCase),
    ...createSourceWork(host, withCase),
    ...createViewWork(parts, withCase),
    async start() {
      // All of it at once: each waits for a process or a disk of its own.
      let swept = 0;
      const sweeping = sweepUnfinished(parts).then((removed) => {
        swept = removed;
      });
      const [{ keychain, dataPath }, cases] = await Promise.all([
        host.call('app.info', {}),
        session.cases(),
        note('What is left of half-made cases could not be removed.', sweeping),
      ]);
      useSession.setState({ keychainAvailable: keychain, dataPath });
      // Listed before they were removed, half-made cases would be shown.
      await showFirst(swept > 0 ? await session.cases() : cases);
      await note('The free space could not be read.', session.showFreeSpace());
    },
    async leave() {
      await turn(async () => done(await session.leave()));
    },
    settled: async () => session.current?.desk.open.settled(),
    refreshFreeSpace: () => note('The free space could not be read.', session.showFreeSpace()),
    run: (command, input, options) => withCase(({ desk }) => desk.run(command, input, options)),
    undo: () => withCase(({ desk }) => desk.undo()),
    redo: () => withCase(({ desk }) => desk.redo()),
    createCase: (input) => turn(() => createCase(parts, session, input, null)),
    makeSampleMine: (input) =>
      turn(async () => createCase(parts, session, input, await readSampleContent(host, 'sample'))),
    openSample: () => turn(showSample),
    unlock: (caseId, passphrase) => turn(() => unlockCase(parts, session, caseId, passphrase)),
    lock: ({ force = false, atOnce = false } = {}) =>
      turn(async () => {
        if (!(await session.lock({ force, atOnce }))) return failed('unsaved');
        await lockIdentity(host);
        return done(null);
      }),
    startAnew: () =>
      turn(async () => {
        await session.lock({ atOnce: true });
        await lockIdentity(host);
        await host.call('app.startAnew', {});
        return done(null);
      }),
    removeCase: (caseId, left) =>
      turn(async () => {
        await removeCase(parts, session, caseId, left);
        if (session.current || useSession.getState().phase === 'sample') {
          await session.showCases();
          return done(null);
        }
        return showFirst(await session.cases());
      }),
    pickArticles: () => pickArticles(parts),
    readArticle: (file) => readArticle(parts, file),
    readPasted,
    importArticle: (article, details) => withCase((opened) => importArticle(parts, opened, article, details)),
    pickEvidence: () =>
      attempt(async () => {
        const { paths } = await host.call('evidence.pick', {});
        return done(paths.map((path) => ({ kind: 'path' as const, path })));
      }),
    attachable(file) {
      const path = host.pathForFile(file);
      return path ? { kind: 'path', path } : { kind: 'bytes', blob: file, name: file.name };
    },
    pickProjectTarget: () =>
      withCase(async ({ desk }) => {
        const title = desk.open.state.case.get(CASE_ITEM_ID)?.title ?? '';
        const { path } = await host.call('project.pickTarget', {
          suggestedName: fileNameOf(title, 'touchstone'),
        });
        return done(path);
      }),
    projectSpace: (input) => withCase((opened) => projectSpace(parts, opened, input)),
    saveProject: (input) => withCase((opened) => saveProject(parts, opened, input)),
    saveProjectAgain: () => withCase((opened) => saveProjectAgain(parts, opened)),
    pickProject: () => attempt(async () => done((await host.call('project.pickFile', {})).path)),
    projectPath: (file) => host.pathForFile(file) || null,
    inspectProject: (path) => attempt(async () => done(await host.call('project.inspect', { path }))),
    openProject: (path, passphrase) => attempt(() => openProject(parts, session, path, passphrase)),
    closeProject: (project) => closeProject(parts, project),
    takeProject: (project, input) => turn(() => takeProject(parts, session, project, input)),
    reviewProject: (project, signal) => withCase((opened) => reviewProject(parts, opened, project, signal)),
    listSnapshots: () => withCase((opened) => listSnapshots(parts, opened)),
    restoreSnapshot: (name) => withCase((opened) => restoreSnapshot(parts, opened, name)),
    pickSnapshotFolder: () => attempt(async () => done((await host.call('snapshots.pickFolder', {})).path)),
    keepSnapshots: (how) => withCase((opened) => keepSnapshots(parts, opened, how)),
    stopSnapshots: () => withCase((opened) => stopSnapshots(parts, opened)),
    snapshotNow: () => withCase((opened) => snapshotNow(parts, opened)),
    listKept: () => withCase((opened) => listKept(parts, opened)),
    restoreKept: (path) => withCase((opened) => restoreKept(parts, opened, path)),
    planPurge: (asked, signal) => withCase((opened) => previewPurge(parts, opened, asked, signal)),
    purge: (asked) => withCase((opened) => purge(parts, opened, asked)),
    forgetCopies: (files) => withCase((opened) => forgetCopies(parts, opened, files)),
    mergeProject: (project) => withCase((opened) => mergeProject(parts, opened, project)),
    attach: (files, bearing, fieldsOf) =>
      withCase(async (opened) => {
        const attached = await attach(parts, opened, files, bearing, fieldsOf);
        await note('The free space could not be read.', session.showFreeSpace());
        // The same file once more may be the good copy of one in quarantine.
        if (useCustody.getState().quarantined.size > 0)
          await note('The quarantine could not be read.', showQuarantined(parts, opened));
        return attached;
      }),
    factsOf: (file, signal) =>
      withCase(async ({ caseId }) => done(await parts.readFacts(caseId, file, signal))),
    checkFile: (file) => withCase((opened) => checkFile(parts, opened, file)),
    openOutside: (file) => withCase((opened) => openOutside(parts, opened, file)),
    thumbnail: (evidenceId) => thumbnailUrl(session, evidenceId),
    history: (claimId) =>
      useSession.getState().phase === 'sample'
        ? Promise.resolve(done([]))
        : withCase(async ({ desk }) => {
            const entries = await desk.open.journal();
            const steps = claimId === null ? historyOfCase(entries) : historyOf(entries, claimId);
            return done(stepsSeenBy(steps, desk.open.state, desk.open.actor));
          }),
    compareMoments: (one, other, claimId) =>
      withCase(async ({ desk }) => {
        const { state, actor } = desk.open;
        const differences = compareMoments(await desk.open.journal(), one, other, claimId);
        return done(differencesSeenBy(differences, state, actor));
      }),
    lookInto: (caseId, passphrase) =>
      withCase(async (opened) =>
        // Letting go of its keys would take them from whoever works in it.
        opened.caseId === caseId
          ? failed('in-use')
          : lookInto(parts, { caseId, passphrase }, () => session.current === opened),
      ),
    propose: (documentId, within, signal, onShare) =>
      attempt(async () => {
        const { texts, state } = useCase.getState();
        const text = texts.get(documentId);
        if (text === undefined) return failed('command.not-found', { entity: 'document' });
        const published = state.document.get(documentId)?.published ?? null;
        return done(await parts.propose({ text, within, published }, signal, onShare));
      }),
    search: (query) => attempt(async () => done(await parts.search(query))),
    exportReport: (options) =>
      useSession.getState().phase === 'sample'
        ? attempt(() => exportReport(parts, null, options))
        : withCase((opened) => exportReport(parts, opened, options)),
    previewReport: (setup, view, near) =>
      useSession.getState().phase === 'sample'
        ? attempt(() => previewReport(parts, null, setup, view, near))
        : withCase((opened) => previewReport(parts, opened, setup, view, near)),
    async showInFolder(path) {
      await note('The file could not be shown.', host.call('app.showInFolder', { path }));
    },
  };
}
