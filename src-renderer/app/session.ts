import { asSeenBy } from '#core/finding/as-seen-by.ts';
import { codeName } from '#core/model/code-name.ts';
import { readyRows } from '#core/queries/claim-rows.ts';
import type { ListAhead } from '#core/queries/list-ahead.ts';
import { CLOSED_CASE, useCase } from '#renderer/state/case-store.ts';
import { NO_CUSTODY, useCustody } from '#renderer/state/custody-store.ts';
import { flushDrafts } from '#renderer/state/drafts.ts';
import { useJobs } from '#renderer/state/jobs-store.ts';
import { useMessages } from '#renderer/state/messages-store.ts';
import { forgetOtherCases } from '#renderer/state/other-cases-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { type CaseCard, useSession } from '#renderer/state/session-store.ts';
import { useSnapshots } from '#renderer/state/snapshots-store.ts';
import { FIRST_VIEW, useView } from '#renderer/state/view-store.ts';
import { blobsInUse } from './blobs-in-use.ts';
import { recheckBehind, showQuarantined } from './custody.ts';
import { checkBehind } from './checking.ts';
import { Desk } from './desk.ts';
import { failureOf, note } from './failures.ts';
import { ObjectUrls } from './object-urls.ts';
import type { Unlocked } from './opening.ts';
import type { Parts } from './parts.ts';
import { showKept, snapshotDue, writeSnapshotNow } from './project/keeping.ts';
import { freeBytesOf, requireRoom } from './room.ts';
import { tidy, tidyBehind } from './tidying.ts';
import { atMost } from './turns.ts';

/** Longest wait for typing to be stored before a case is locked all the same. */
const PATIENCE_MS = 5000;

/** A second press within this time means it. */
const SECOND_TRY_MS = 15_000;

/** How often main is told that closing goes on. */
const BEAT_MS = 3000;

type Closing = {
  /** The project file that is about to be taken in. */
  readonly keepFile?: string;
  /** Without a snapshot: the laptop sleeps, or the case goes. */
  readonly atOnce?: boolean;
  /** The app ends after it. */
  readonly leaving?: boolean;
};

/** The case that is open, with what is put away with it. */
export type OpenedCase = {
  readonly caseId: string;
  readonly desk: Desk;
  readonly urls: ObjectUrls;
  /** Resolves when what follows an opening (the sweep above all) has ended, well or not. */
  readonly settledIn: Promise<void>;
};

/** Which case is open in this window, and what the stores show of it. */
export class Session {
  private readonly parts: Parts;
  private unlocked: Unlocked | null = null;
  private opened: OpenedCase | null = null;
  /** Ends what goes on behind the person's back. */
  private stopBehind: () => void = () => undefined;
  /** When the person was last told that locking would lose what is typed. */
  private warnedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  get current(): OpenedCase | null {
    return this.opened;
  }

  /** Which cases there are, by code name. */
  async cases(): Promise<readonly CaseCard[]> {
    const { host, catalogue } = this.parts;
    // Asked at once: at the start, the vault answers all of it as soon as it stands.
    const [listed, { caseIds }] = await Promise.all([
      catalogue.list().then((ids) => ids.map((id) => this.cardOf(id))),
      host.call('keys.list', {}),
    ]);
    const cards = await Promise.all(listed);
    // A case whose database is gone is still told of: its key says that it was here.
    const known = new Set(cards.map(({ id }) => id));
    const others = caseIds.filter((id) => !known.has(id)).map((id) => this.cardOf(id));
    return [...cards, ...(await Promise.all(others))];
  }

  /** Shows which cases there are. */
  async showCases(): Promise<void> {
    useSession.setState({ cases: await this.cases() });
  }

  async showFreeSpace(): Promise<void> {
    const { bytes } = await this.parts.host.call('app.freeSpace', {});
    useSession.setState({ freeBytes: bytes });
  }

  /** Shows the list of a case that is being opened, before the case itself. */
  showAhead(caseId: string, ahead: ListAhead): void {
    useView.setState(FIRST_VIEW);
    useCase.setState({ ...CLOSED_CASE, ahead, readOnly: false });
    useSession.setState({ phase: 'opening', caseId });
  }

  /** The case could not be opened after all. */
  hideAhead(): void {
    if (useSession.getState().phase !== 'opening') return;
    useCase.setState(CLOSED_CASE);
    useView.setState(FIRST_VIEW);
    useSession.setState({ phase: 'locked' });
  }

  /** Shows an unlocked case; rejects when its texts cannot be read, and shows nothing then. */
  async show(unlocked: Unlocked): Promise<void> {
    const { caseId, open, rebuilt } = unlocked;
    const alarm = rebuilt ? 'rows-rebuilt' : null;
    const texts = new Map<string, string>();
    for (const id of open.state.document.keys()) {
      const text = await open.text(id);
      if (text !== null) texts.set(id, text);
    }
    const { actor } = open;
    const state = asSeenBy(open.state, actor);
    await readyRows(state);
    const desk = new Desk(open, freeBytesOf(this.parts.host), this.parts.now);
    this.unlocked = unlocked;
    // What was chosen or typed in the list stays.
    if (useSession.getState().phase !== 'opening') useView.setState(FIRST_VIEW);

    const whole = state === open.state ? null : open.state;
    useCase.setState({ ...CLOSED_CASE, state, whole, actor, texts, readOnly: false, alarm });
    useSnapshots.setState({ kept: null, missed: null });
    useSession.setState({ phase: 'open', caseId });
    const settledIn = this.settleIn(caseId, desk);
    this.opened = { caseId, desk, urls: new ObjectUrls(), settledIn };
    void settledIn.then(() => this.checkLater(desk));
    const stops = [recheckBehind(this.parts, { caseId, desk }), tidyBehind(this.parts.idlePulse, desk)];
    this.stopBehind = () => {
      for (const stop of stops) stop();
    };
  }

  /**
   * Stores what is typed, then puts the open case away and forgets its keys; nothing of it stays in
   * view, in memory that the app holds, or in the window's title. Out of view, a snapshot that is
   * due is written before the keys go.
   */
  async close({ keepFile, atOnce = false, leaving = false }: Closing = {}): Promise<void> {
    if (!this.unlocked || !this.opened) return;
    const { opened } = this;
    const { desk, caseId, urls } = opened;
    let hangs = true;
    const stored = note(
      'Typing could not be stored.',
      flushDrafts().then(() => desk.open.settled()),
    ).then(() => {
      hangs = false;
    });
    await atMost(PATIENCE_MS, stored);
    this.opened = null;
    desk.putAway();
    this.stopBehind();
    useCustody.setState(NO_CUSTODY);
    urls.revokeAll();
    for (const job of useJobs.getState().jobs) job.cancel();
    useJobs.setState({ jobs: [] });
    useMessages.setState({ messages: [] });
    forgetOtherCases();
    const due = !atOnce && snapshotDue(opened);
    // A file about to be taken in keeps its screen, which holds it: that one shows the snapshot's progress.
    const told = due && keepFile === undefined;
    useSession.setState({ phase: told ? (leaving ? 'leaving' : 'locking') : 'locked', caseId });
    useCase.setState(CLOSED_CASE);
    useView.setState(FIRST_VIEW);
    const { release } = this.unlocked;
    this.unlocked = null;
    const { host } = this.parts;
    await note('The title could not be taken away.', host.call('app.setTitle', { title: null }));
    if (due) await this.lastSnapshot(opened);
    if (!atOnce && !hangs) await tidy(desk);
    useSnapshots.setState({ kept: null });
    await note('The case could not be let go of.', release());
    await note('The vault could not be locked.', host.call('keys.lock', keepFile ? { keepFile } : {}));
    useSession.setState({ phase: 'locked', caseId });
  }

  /** What is left to do when the app ends with the case open: a snapshot, or only the next opening made quick. */
  async leave(): Promise<void> {
    const { opened } = this;
    if (!opened) return;
    if (snapshotDue(opened)) await this.close({ leaving: true });
    else await tidy(opened.desk);
  }

  /** Writes the snapshot that is due; what keeps it from being written never keeps the case open. */
  private async lastSnapshot(opened: OpenedCase): Promise<void> {
    const { host } = this.parts;
    let told = 0;
    // Main waits for a window that is closing as long as it hears of it.
    const beat = (): void => {
      if (this.parts.now() - told < BEAT_MS) return;
      told = this.parts.now();
      void note('The window may close too early.', host.call('app.stillClosing', {}));
    };
    try {
      beat();
      await writeSnapshotNow(this.parts, opened, beat);
    } catch (error) {
      const { code } = failureOf(error);
      if (code !== 'cancelled' && code !== 'locked') useSnapshots.setState({ missed: code });
    }
  }

  /**
   * Locks: closes the open case, and half-made screens with it. Resolves with false, once, when
   * something typed could not be stored: asked again soon after, it locks all the same.
   */
  async lock({ force = true, atOnce = false } = {}): Promise<boolean> {
    if (!this.opened) return true;
    if (!force && !(await this.mayLock())) return false;
    await this.close({ atOnce });
    showScreen(NO_SCREEN);
    await note('The cases could not be listed.', this.showCases());
    return true;
  }

  /** Checks the whole case, unless it is put away by then. */
  private async checkLater(desk: Desk): Promise<void> {
    try {
      await checkBehind(desk, this.parts.checkCase);
    } catch (error) {
      // A case that was locked meanwhile can no longer be read, and need not be.
      if (this.opened?.desk === desk) console.error('The case could not be checked.', error);
    }
  }

  private async mayLock(): Promise<boolean> {
    const warned = this.parts.now() - this.warnedAt < SECOND_TRY_MS;
    if (warned || (await flushDrafts())) return true;
    this.warnedAt = this.parts.now();
    return false;
  }

  private async cardOf(id: string): Promise<CaseCard> {
    const protection = await this.parts.host.call('keys.describe', { caseId: id }).catch((error: unknown) => {
      console.error('A keyring cannot be read.', error);
      return { passphrase: true, keychain: false };
    });
    return { id, codeName: codeName(id), ...protection };
  }

  /** What can wait until the case is in view. None of it may keep anybody from working. */
  private async settleIn(caseId: string, desk: Desk): Promise<void> {
    const { host, catalogue } = this.parts;
    const title = desk.open.state.case.get('case')?.title ?? null;
    const sweep = async (): Promise<void> => {
      const { removed } = await host.call('evidence.sweep', { caseId, keep: blobsInUse(desk.open.state) });
      if (removed > 0) console.warn(`${removed} unfinished evidence files were removed.`);
    };
    await note('The title could not be shown.', host.call('app.setTitle', { title }));
    await note('The snapshots could not be shown.', showKept(this.parts, { caseId }));
    await note('Unfinished files could not be removed.', sweep());
    const touch = async (): Promise<void> => {
      await requireRoom(freeBytesOf(host));
      await catalogue.touch(caseId);
    };
    await note('The case could not be moved to the front.', touch());
    await note('The cases could not be listed.', this.showCases());
    await note('The free space could not be read.', this.showFreeSpace());
    await note('The quarantine could not be read.', showQuarantined(this.parts, { caseId, desk }));
  }
}
