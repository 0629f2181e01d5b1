import { v7 as newId } from 'uuid';
import { codeName } from '#core/model/code-name.ts';
import { historyOf, historyOfCase } from '#core/queries/history.ts';
import type { Done, NewCase, Workbench } from '#core/ports/workbench.ts';
import type { Host } from '#renderer/platform/host.ts';
import { CLOSED_CASE, useCase } from '#renderer/state/case-store.ts';
import { flushDrafts } from '#renderer/state/drafts.ts';
import { type CaseCard, useSession } from '#renderer/state/session-store.ts';
import { FIRST_VIEW, useView } from '#renderer/state/view-store.ts';
import type { Catalogue } from '#renderer/storage/catalogue.ts';
import { caseDbName } from '#renderer/storage/case-db.ts';
import Dexie from 'dexie';
import { attach, blobsInUse } from './attaching.ts';
import { Desk } from './desk.ts';
import { attempt, done, failed } from './failures.ts';
import { importArticle, pickArticles, readArticle, readPasted } from './importing.ts';
import { foundingChanges, openUnlocked, type Unlocked } from './opening.ts';
import { exportReport } from './reporting.ts';
import { readSampleContent, type SeedContent, stateFrom } from './sample.ts';

const NO_CASE = 'read-only';

/** What a locked case may show of itself. */
async function cardOf(host: Host, id: string): Promise<CaseCard> {
  const protection = await host.call('keys.describe', { caseId: id }).catch((error: unknown) => {
    console.error('A keyring cannot be read.', error);
    return { passphrase: true, keychain: false };
  });
  return { id, codeName: codeName(id), ...protection };
}

/** A workbench before its first screen. */
export type StartableWorkbench = Workbench & {
  /** Shows the lock screen, or the sample when there is no case yet. */
  start(): Promise<void>;
  /** Resolves when every action so far is stored or was refused. */
  settled(): Promise<void>;
};

/** The workbench over the host and the stores of this window. */
export function createWorkbench(host: Host, catalogue: Catalogue): StartableWorkbench {
  let unlocked: Unlocked | null = null;
  let desk: Desk | null = null;

  async function showCases(): Promise<readonly CaseCard[]> {
    const ids = await catalogue.list();
    const cases = await Promise.all(ids.map((id) => cardOf(host, id)));
    useSession.setState({ cases });
    return cases;
  }

  async function showFreeSpace(): Promise<void> {
    const { bytes } = await host.call('app.freeSpace', {});
    useSession.setState({ freeBytes: bytes });
  }

  async function letGo(): Promise<void> {
    await flushDrafts();
    await unlocked?.open.settled();
    unlocked?.release();
    unlocked = null;
    desk = null;
    await host.call('keys.lock', {});
    useCase.setState(CLOSED_CASE);
    useView.setState(FIRST_VIEW);
    await host.call('app.setTitle', { title: null });
  }

  /** Shows an unlocked case; its texts follow as they are read. */
  async function show(opened: Unlocked): Promise<void> {
    unlocked = opened;
    desk = new Desk(opened.open);
    const { state, actor } = opened.open;
    useView.setState(FIRST_VIEW);
    useCase.setState({ ...CLOSED_CASE, state, actor, readOnly: false });
    useSession.setState({ phase: 'open', caseId: opened.caseId });
    await catalogue.touch(opened.caseId);
    await host.call('app.setTitle', { title: state.case.get('case')?.title ?? null });
    const texts = await Promise.all(
      [...state.document.keys()].map(async (id) => [id, (await opened.open.text(id)) ?? ''] as const),
    );
    if (unlocked === opened) useCase.setState((held) => ({ texts: new Map([...texts, ...held.texts]) }));
    const { removed } = await host.call('evidence.sweep', { caseId: opened.caseId, keep: blobsInUse(desk) });
    if (removed > 0) console.warn(`${removed} unfinished evidence files were removed.`);
    await showCases();
    await showFreeSpace();
  }

  async function create(input: NewCase, seed: SeedContent | null): Promise<Done<{ caseId: string }>> {
    await letGo();
    const caseId = newId();
    const { passphrase, keychain } = input;
    const { key } = await host.call('keys.create', { caseId, passphrase, keychain });
    const opened = await openUnlocked(caseId, key);
    const founding = foundingChanges(opened.open.actor, input);
    const content = seed?.changes.filter(({ entity }) => entity !== 'case' && entity !== 'actor') ?? [];
    await opened.open.commit(() => [...founding, ...content], seed ? { texts: seed.texts } : {});
    await show(opened);
    return done({ caseId });
  }

  const openSample = (): Promise<Done> =>
    attempt(async () => {
      await letGo();
      const { changes, texts } = await readSampleContent(host, 'sample');
      const state = stateFrom(changes);
      useCase.setState({ ...CLOSED_CASE, state, texts });
      useSession.setState({ phase: 'sample', caseId: null });
      await host.call('app.setTitle', { title: state.case.get('case')?.title ?? null });
      return done(null);
    });

  async function lock(): Promise<void> {
    if (!unlocked) return;
    const { caseId } = unlocked;
    // The screen goes dark first: what follows may take a moment.
    await letGo();
    useSession.setState({ phase: 'locked', caseId });
    await showCases();
  }

  const withDesk = <T>(work: (open: Desk, caseId: string) => Promise<Done<T>>): Promise<Done<T>> =>
    desk && unlocked ? work(desk, unlocked.caseId) : Promise.resolve(failed(NO_CASE));

  return {
    async start() {
      const { keychain, dataPath } = await host.call('app.info', {});
      useSession.setState({ keychainAvailable: keychain, dataPath });
      const [first] = await showCases();
      if (first) useSession.setState({ phase: 'locked', caseId: first.id });
      else await openSample();
      await showFreeSpace();
    },
    settled: async () => unlocked?.open.settled(),
    run: (command, input, options) => withDesk((open) => open.run(command, input, options)),
    undo: () => withDesk((open) => open.undo()),
    redo: () => withDesk((open) => open.redo()),
    createCase: (input) => attempt(() => create(input, null)),
    makeSampleMine: (input) => attempt(async () => create(input, await readSampleContent(host, newId()))),
    openSample,
    unlock: (caseId, passphrase) =>
      attempt(async () => {
        await lock();
        const { key } = await host.call('keys.unlock', { caseId, passphrase });
        await show(await openUnlocked(caseId, key));
        return done(null);
      }),
    lock,
    removeCase: (caseId) =>
      attempt(async () => {
        if (unlocked?.caseId === caseId) await letGo();
        await host.call('keys.destroy', { caseId });
        await catalogue.remove(caseId);
        await Dexie.delete(caseDbName(caseId));
        const [next] = await showCases();
        if (unlocked) return done(null);
        if (!next) return openSample();
        useSession.setState({ phase: 'locked', caseId: next.id });
        return done(null);
      }),
    pickArticles: () => pickArticles(host),
    readArticle: (file) => readArticle(host, file),
    readPasted,
    importArticle: (article, details) => withDesk((open) => importArticle(open, article, details)),
    pickEvidence: () =>
      attempt(async () => {
        const { paths } = await host.call('evidence.pick', {});
        return done(paths.map((path) => ({ kind: 'path' as const, path })));
      }),
    attachable(file) {
      const path = host.pathForFile(file);
      return path ? { kind: 'path', path } : { kind: 'bytes', blob: file, name: file.name };
    },
    attach: (files, bearing) => withDesk((open, caseId) => attach(host, open, caseId, files, bearing)),
    async thumbnail(evidenceId) {
      const picture = await unlocked?.open.thumbnail(evidenceId);
      return picture ? URL.createObjectURL(new Blob([new Uint8Array(picture)], { type: 'image/png' })) : null;
    },
    history: (claimId) =>
      withDesk(async (open) => {
        const entries = await open.open.journal();
        return done(claimId === null ? historyOfCase(entries) : historyOf(entries, claimId));
      }),
    exportReport: (options) => attempt(() => exportReport(host, unlocked?.open ?? null, options)),
    showInFolder: async (path) => {
      await host.call('app.showInFolder', { path });
    },
  };
}
