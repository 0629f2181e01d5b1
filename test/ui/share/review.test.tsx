import { act, cleanup, fireEvent, screen, within, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { reviewMerge } from '#core/merge/review-merge.ts';
import type { OpenedProject } from '#core/ports/project-files.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { useMessages } from '#renderer/state/messages-store.ts';
import { NO_SCREEN, useScreens } from '#renderer/state/screens-store.ts';
import { MergeView } from '#renderer/ui/features/share/merge-view.tsx';
import { ReviewView } from '#renderer/ui/features/share/review-view.tsx';
import { anchorOf } from '../../support/case-world.ts';
import { Desk } from '../../support/merge-world.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

const TEXT = 'The bridge was closed on 3 May. Two lorries had cracked it.';
const NAME = 'بلال الحداد';

const PROJECT: OpenedProject = {
  jobId: 'job',
  caseId: 'case-1',
  title: 'Case',
  savedAt: '2026-01-02T03:04:05Z',
  savedBy: { alias: NAME, publicKey: null },
  scope: 'whole',
  signature: 'none',
  entries: 9,
  withheld: 0,
  people: 2,
  documents: 1,
  evidence: { files: 0, bytes: 0 },
  missingEvidence: [],
  here: 'open',
};

afterEach(cleanup);

/** Two people find differently about both claims, offline; the second one's file comes in. */
function meeting() {
  const anna = new Desk('anna');
  anna.found('Anna');
  anna.document('doc', TEXT);
  const [closed = '', cracked = ''] = ['The bridge was closed on 3 May.', 'Two lorries had cracked it.'].map(
    (words) => anna.run(makeClaim, { anchors: [anchorOf('doc', TEXT, words)], fields: {} })[0] ?? '',
  );
  const bilal = new Desk('bilal');
  bilal.takeIn(anna.entries);
  bilal.join(NAME);
  for (const claimId of [closed, cracked]) {
    anna.run(setFinding, { claimId, status: 'corroborated', rationale: 'Two witnesses say so.' });
    bilal.run(setFinding, { claimId, status: 'disputed', rationale: 'The register says otherwise.' });
  }
  bilal.run(editClaim, { claimId: closed, fields: { statement: 'The bridge was shut.' } });
  const before = anna.state;
  const review = reviewMerge(before, anna.takeIn(bilal.entries), anna.state);
  resetStores(anna.state);
  return {
    anna,
    reviewed: {
      review,
      after: anna.state,
      vouched: new Map<string, string>(),
      anew: false,
      purgedFiles: [],
      foundAgain: 0,
    },
    closed,
    cracked,
  };
}

const conflict = (ref: string) => within(screen.getByRole('article', { name: ref }));
const press = (button: HTMLElement) => act(async () => fireEvent.click(button));

describe('findings that differ, in the merge review', () => {
  it('stand side by side with whose they are and why, before the merge without a way to settle', async () => {
    const { anna, reviewed } = meeting();
    await renderUi(<ReviewView reviewed={reviewed} merged={false} />, fakeWorkbench(anna).workbench);
    const yours = conflict('C-01').getByRole('group', { name: 'Yours · Anna' });
    expect(yours.textContent).toMatch(/Corroborated, in full.*Two witnesses say so\./);
    const theirs = conflict('C-01').getByRole('group', { name: `Theirs · ${NAME}` });
    expect(theirs.textContent).toMatch(/Disputed.*The register says otherwise\./);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/settled here once the file is merged/)).toBeTruthy();
  });

  it('are settled one by one with the command of the claim, and what holds is marked', async () => {
    const { anna, reviewed, closed } = meeting();
    const { workbench, asked } = fakeWorkbench(anna);
    await renderUi(<ReviewView reviewed={reviewed} merged />, workbench);
    expect(screen.getByText('0 of 2 settled')).toBeTruthy();
    const theirs = conflict('C-01').getByRole('group', { name: `Theirs · ${NAME}` });
    await press(within(theirs).getByRole('button', { name: 'This one holds' }));
    expect(asked).toMatchObject([{ what: 'settleFinding', input: { claimId: closed, actor: 'bilal' } }]);
    expect(screen.getByText('1 of 2 settled')).toBeTruthy();
    expect(conflict('C-01').getByText(/Settled: Disputed/)).toBeTruthy();
    expect(theirs.textContent).toContain('· holds');
    expect(conflict('C-01').queryByRole('button', { name: 'This one holds' })).toBeNull();
    expect(conflict('C-02').getAllByRole('button', { name: 'This one holds' })).toHaveLength(2);
    expect(screen.getByText(/What is left stays open/)).toBeTruthy();
  });

  it('are settled by a finding of one’s own, too', async () => {
    const { anna, reviewed } = meeting();
    await renderUi(<ReviewView reviewed={reviewed} merged />, fakeWorkbench(anna).workbench);
    await press(conflict('C-02').getByRole('button', { name: 'Neither: find anew…' }));
    await press(conflict('C-02').getByRole('button', { name: /^Unverified/ }));
    await press(conflict('C-02').getByRole('button', { name: 'insufficient' }));
    await conflict('C-02').findByText('Settled: Unverified, insufficient');
    expect(screen.getByText('1 of 2 settled')).toBeTruthy();
  });
});

describe('what a merge brings', () => {
  it('is listed by person, each item on a line of its own', async () => {
    const { anna, reviewed } = meeting();
    await renderUi(<ReviewView reviewed={reviewed} merged={false} />, fakeWorkbench(anna).workbench);
    const person = within(screen.getByRole('region', { name: NAME }));
    expect(person.getByText(/only the file says so/)).toBeTruthy();
    const lines = person.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(lines).toContain('C-01 The bridge was shut.');
  });

  it('is read first: the focus stands at its head, not on the button that merges', async () => {
    const { anna, reviewed } = meeting();
    const done = { ok: true, value: reviewed };
    const { workbench } = fakeWorkbench(anna, { reviewProject: () => done, mergeProject: () => done });
    await renderUi(<MergeView project={PROJECT} />, workbench);
    const heading = await screen.findByRole('heading', { name: 'What merging brings' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    await press(screen.getByRole('button', { name: 'Merge' }));
    const merged = await screen.findByRole('heading', { name: /^Merged/ });
    await waitFor(() => expect(document.activeElement).toBe(merged));
    await press(screen.getByRole('button', { name: 'Done' }));
    expect(useScreens.getState().screen).toEqual(NO_SCREEN);
  });
});

describe('a file with nothing new', () => {
  const NOTHING = { people: [], purges: [], erased: 0, findings: [], combined: [] };
  async function shown(foundAgain: number): Promise<void> {
    const { anna, reviewed } = meeting();
    const review = { ...reviewed.review, ...NOTHING };
    const done = { ok: true, value: { ...reviewed, review, foundAgain } };
    const { workbench } = fakeWorkbench(anna, { reviewProject: () => done });
    await renderUi(<MergeView project={PROJECT} />, workbench);
    await screen.findByRole('heading', { name: 'What merging brings' });
  }

  it('is merged all the same when it brings back evidence that is lost here', async () => {
    await shown(1);
    expect(screen.getByText(/^1 file of the evidence that is lost/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Merge' })).toBeTruthy();
    expect(screen.queryByText(/^Nothing:/)).toBeNull();
  });

  it('is not when it brings nothing at all', async () => {
    await shown(0);
    expect(screen.getByText(/^Nothing:/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull();
  });
});

describe('a merge that brought a purge', () => {
  const merged = async (erased: number) => {
    const { anna, reviewed } = meeting();
    const review = { ...reviewed.review, erased };
    const done = { ok: true, value: { ...reviewed, review, purgedFiles: ['ab'] } };
    const { workbench, asked } = fakeWorkbench(anna, {
      reviewProject: () => done,
      mergeProject: () => done,
      forgetCopies: () => ({ ok: true, value: { left: ['/media/stick'] } }),
    });
    await renderUi(<MergeView project={PROJECT} />, workbench);
    await press(await screen.findByRole('button', { name: 'Merge' }));
    await screen.findByRole('heading', { name: /^Merged/ });
    return asked;
  };

  it('says that the copies before it hold what is purged, and removes them when the person says so', async () => {
    const asked = await merged(2);
    expect(screen.getByRole('button', { name: 'Undo the merge' })).toBeTruthy();
    await press(screen.getByRole('button', { name: 'Remove the earlier copies' }));
    expect(asked.findLast(({ what }) => what === 'forgetCopies')?.input).toEqual(['ab']);
    expect(screen.queryByRole('button', { name: 'Undo the merge' })).toBeNull();
    expect(screen.queryByText(/still hold what this purge erased/)).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: /^Merged/ }));
    const said = useMessages.getState().messages.map(({ text }) => text);
    expect(said).toEqual([
      expect.stringMatching(/^The earlier copies are gone/),
      expect.stringContaining('/media/stick'),
    ]);
  });

  it('that erased nothing here says nothing of copies', async () => {
    await merged(0);
    expect(screen.queryByRole('button', { name: 'Remove the earlier copies' })).toBeNull();
  });
});

describe('references that two people gave offline', () => {
  it('are named where both items have one, each by what it says', async () => {
    const anna = new Desk('anna');
    anna.found('Anna');
    anna.document('doc', TEXT);
    const [one, other] = [new Desk('one'), new Desk('other')];
    for (const desk of [one, other]) {
      desk.takeIn(anna.entries);
      desk.join('Bilal');
    }
    one.run(makeClaim, { anchors: [anchorOf('doc', TEXT, 'The bridge was closed on 3 May.')], fields: {} });
    other.run(makeClaim, { anchors: [anchorOf('doc', TEXT, 'Two lorries had cracked it.')], fields: {} });
    const before = one.state;
    const review = reviewMerge(before, one.takeIn(other.entries), one.state);
    resetStores(one.state);
    const reviewed = {
      review,
      after: one.state,
      vouched: new Map<string, string>(),
      anew: false,
      purgedFiles: [],
      foundAgain: 0,
    };
    await renderUi(<ReviewView reviewed={reviewed} merged={false} />, fakeWorkbench(one).workbench);
    const shared = within(screen.getByRole('region', { name: /same reference/ }));
    const lines = shared.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(lines).toHaveLength(2);
    expect(new Set(lines).size).toBe(2);
    for (const line of lines) expect(line).toMatch(/^C-01-\w+·\S+ (The bridge|Two lorries)/);
  });
});
