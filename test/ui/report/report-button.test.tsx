import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dropJob, putJob } from '#renderer/state/jobs-store.ts';
import { useMessages } from '#renderer/state/messages-store.ts';
import { ReportButton } from '#renderer/ui/features/report/report-button.tsx';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

beforeEach(() => resetStores());
afterEach(cleanup);

const button = (name: string) => screen.getByRole('button', { name });

async function open(exportReport: () => Promise<unknown>) {
  const made = fakeWorkbench(null, { exportReport });
  await renderUi(<ReportButton />, made.workbench);
  await act(async () => fireEvent.click(button('Report…')));
  return made;
}

describe('making the report', () => {
  it('asks for the paper, then says where it is and shows it there', async () => {
    const { asked } = await open(async () => ({ ok: true, value: { path: '/out/case.pdf', pages: 12 } }));
    fireEvent.click(screen.getByRole('radio', { name: 'A4' }));
    await act(async () => fireEvent.click(button('Make the PDF')));
    expect(asked).toContainEqual({ what: 'exportReport', input: { paper: 'a4' } });
    expect(screen.getByText('Saved, 12 pages.')).toBeDefined();
    expect(screen.getByText('/out/case.pdf')).toBeDefined();
    fireEvent.click(button('Show in folder'));
    expect(asked.at(-1)).toEqual({ what: 'showInFolder', input: '/out/case.pdf' });
  });

  it('keeps the focus from stage to stage, so that Escape closes it at each', async () => {
    await open(async () => ({ ok: true, value: { path: '/out/case.pdf', pages: 12 } }));
    await act(async () => fireEvent.click(button('Make the PDF')));
    expect(document.activeElement).toBe(button('Show in folder'));
    fireEvent.click(button('Make another'));
    expect(document.activeElement).toBe(button('Make the PDF'));
  });

  it('can be stopped while it is made', async () => {
    let stopped = false;
    await open(() => new Promise(() => {}));
    await act(async () => fireEvent.click(button('Make the PDF')));
    act(() => {
      putJob({
        id: 'job',
        kind: 'report',
        subject: '',
        done: 0,
        total: 0,
        cancel: () => {
          stopped = true;
        },
      });
    });
    fireEvent.click(button('Cancel'));
    expect(stopped).toBe(true);
    act(() => dropJob('job'));
  });

  it('says why it failed and can be asked again', async () => {
    await open(async () => ({ ok: false, code: 'disk-full' }));
    await act(async () => fireEvent.click(button('Make the PDF')));
    expect(useMessages.getState().messages).toMatchObject([
      { kind: 'error', text: expect.stringMatching(/disk is full/) },
    ]);
    expect(button('Make the PDF')).toBeDefined();
  });

  it('goes back quietly when no place was chosen', async () => {
    await open(async () => ({ ok: true, value: { path: null, pages: 0 } }));
    await act(async () => fireEvent.click(button('Make the PDF')));
    expect(button('Make the PDF')).toBeDefined();
    expect(useMessages.getState().messages).toEqual([]);
  });
});
