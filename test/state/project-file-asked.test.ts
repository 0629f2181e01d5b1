import { beforeEach, describe, expect, it } from 'vitest';
import { dropJob, type Job, putJob, useJobs } from '#renderer/state/jobs-store.ts';
import { showProjectFile } from '#renderer/state/project-file-asked.ts';
import { NO_SCREEN, showScreen, useScreens } from '#renderer/state/screens-store.ts';

const SAVING = { kind: 'save-project', claimIds: null } as const;
const job = (id: string, kind: Job['kind']): Job => ({
  id,
  kind,
  subject: '',
  done: 0,
  total: 0,
  cancel: () => undefined,
});
const screen = () => useScreens.getState().screen;

beforeEach(() => {
  useJobs.setState({ jobs: [] });
  showScreen(NO_SCREEN);
});

describe('a project file asked for from outside the window', () => {
  it('is shown at once, other work or not', () => {
    putJob(job('a', 'evidence'));
    showProjectFile('/stick/a.touchstone');
    expect(screen()).toEqual({ kind: 'open-project', path: '/stick/a.touchstone' });
  });

  it('waits while a file is written, merged or checked: the screen of that says how it ended', () => {
    showScreen(SAVING);
    putJob(job('a', 'project'));
    showProjectFile('/stick/a.touchstone');
    expect(screen()).toEqual(SAVING);
    putJob({ ...job('a', 'project'), done: 5 });
    expect(screen()).toEqual(SAVING);
    dropJob('a');
    expect(screen()).toEqual({ kind: 'open-project', path: '/stick/a.touchstone' });
    // Once shown it is done with: later work does not bring it back.
    showScreen(NO_SCREEN);
    putJob(job('b', 'project'));
    dropJob('b');
    expect(screen()).toEqual(NO_SCREEN);
  });

  it('gives way to one asked for later', () => {
    putJob(job('a', 'project'));
    showProjectFile('/stick/a.touchstone');
    showProjectFile('/stick/b.touchstone');
    dropJob('a');
    expect(screen()).toEqual({ kind: 'open-project', path: '/stick/b.touchstone' });
  });
});
