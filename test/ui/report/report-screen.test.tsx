import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { type ComponentProps, useEffect } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETUP, type ReportSetup } from '#core/report/setup.ts';
import { dropJob, putJob } from '#renderer/state/jobs-store.ts';
import type { PdfPages as PdfPagesType } from '#renderer/ui/components/pdf-pages.tsx';
import { ReportScreen } from '#renderer/ui/features/report/report-screen.tsx';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

// Drawing a PDF needs a browser; the end-to-end test looks at its pages.
vi.mock('#renderer/ui/components/pdf-pages.tsx', () => ({
  PdfPages: (props: ComponentProps<typeof PdfPagesType>) => {
    const shown = props.near?.pdf ?? props.pdf;
    const { drawn } = props;
    useEffect(() => void (shown && drawn(shown)), [shown, drawn]);
    return <p>{shown && props.label(props.near ? null : 1, 12)}</p>;
  },
}));

beforeEach(() => resetStores());
afterEach(cleanup);

const button = (name: string) => screen.getByRole('button', { name });
const MADE_WHOLE = { pdf: new Uint8Array([1]), pages: 12, places: [] };
const PREVIEW = { ok: true, value: MADE_WHOLE };
const FILE = {
  path: '/out/case.pdf',
  bytes: 9,
  sha256: 'a'.repeat(64),
  holds: [],
  unread: [],
  release: null,
};
const MADE = { ok: true, value: { file: FILE, pages: 12, deviation: 'it holds U+FFFE' } };

async function open(answers: Record<string, () => Promise<unknown>> = {}) {
  const made = fakeWorkbench(null, {
    previewReport: async () => PREVIEW,
    exportReport: async () => MADE,
    ...answers,
  });
  await renderUi(<ReportScreen claimIds={null} />, made.workbench);
  return made;
}
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const wantedBy = (asked: readonly { what: string; input?: unknown }[], what: string) =>
  asked.filter((each) => each.what === what).map(({ input }) => [input].flat()[0] as ReportSetup);

describe('composing a report', () => {
  it('shows it, and shows it anew after an edit, the settings as they are then', async () => {
    const { asked } = await open();
    expect(await screen.findByText('Page 1 of 12')).toBeDefined();
    choose('Language', 'ar');
    choose('For whom', 'public');
    fireEvent.click(screen.getByLabelText('Method'));
    await vi.waitFor(() => {
      const last = wantedBy(asked, 'previewReport').at(-1);
      expect(last).toMatchObject({ language: 'ar', audience: 'public' });
      expect(last?.sections.method).toBe(false);
    });
  });

  it('shows the part that is looked at first, without numbers that it cannot know, then the whole', async () => {
    let finish = (): void => {};
    const preview = (_setup: unknown, view: unknown, near: (made: unknown) => void) => {
      expect(view).toMatchObject({ from: null });
      near({ pdf: new Uint8Array([2]), pages: 3, places: [] });
      return new Promise((resolve) => {
        finish = () => resolve(PREVIEW);
      });
    };
    await open({ previewReport: preview as never });
    expect(await screen.findByText('Page of the report; its number follows')).toBeDefined();
    const status = await screen.findByText('Page numbers and the other pages follow…');
    expect(status.getAttribute('data-preview')).toBe('near');
    expect(screen.queryByText('12 pages')).toBeNull();
    await act(async () => finish());
    expect(screen.getByText('Page 1 of 12')).toBeDefined();
    expect(screen.getByText('12 pages')).toBeDefined();
    expect(status.getAttribute('data-preview')).toBe('shown');
  });

  it('names the checker to the public only when asked to', async () => {
    const { asked } = await open();
    expect(screen.getByLabelText<HTMLInputElement>('Name who checked').checked).toBe(true);
    choose('For whom', 'public');
    const named = screen.getByLabelText<HTMLInputElement>('Name who checked');
    expect(named.checked).toBe(false);
    fireEvent.click(named);
    await vi.waitFor(() => expect(wantedBy(asked, 'previewReport').at(-1)?.named).toBe(true));
  });

  it('says why there is no preview', async () => {
    const part = 'unknown variable: nowhere (parts.typ, line 12)';
    await open({ previewReport: async () => ({ ok: false, code: 'report-failed', detail: { part } }) });
    expect(
      await screen.findByText(/report could not be made.*nowhere \(parts\.typ, line 12\)/),
    ).toBeDefined();
  });
});

describe('making the report', () => {
  it('writes it as it is set, then says where it is and shows it there', async () => {
    const { asked } = await open();
    choose('Paper', 'us-letter');
    await act(async () => fireEvent.click(button('Make the PDF')));
    expect(wantedBy(asked, 'exportReport')).toEqual([{ ...DEFAULT_SETUP, paper: 'us-letter' }]);
    expect(screen.getByText('Saved, 12 pages.')).toBeDefined();
    expect(screen.getByText(/keeps the file from the standard.*U\+FFFE/)).toBeDefined();
    fireEvent.click(button('Show in folder'));
    expect(asked.at(-1)).toEqual({ what: 'showInFolder', input: '/out/case.pdf' });
    choose('Paper', 'a4');
    expect(screen.queryByText('Saved, 12 pages.')).toBeNull();
  });

  it('can be stopped while it is made', async () => {
    let stopped = false;
    const cancel = () => {
      stopped = true;
    };
    await open({ exportReport: () => new Promise(() => {}) });
    await act(async () => fireEvent.click(button('Make the PDF')));
    act(() => putJob({ id: 'job', kind: 'report', subject: '', done: 0, total: 0, cancel }));
    fireEvent.click(button('Cancel'));
    expect(stopped).toBe(true);
    act(() => dropJob('job'));
  });

  it.each([
    ['disk-full', /disk is full: nothing half-written was left/],
    ['write-failed', /could not be written. Check the folder’s permissions/],
    ['report-failed', /could not be made. Nothing was written/],
  ] as const)('says why it failed on %s and can be asked again', async (code, words) => {
    await open({ exportReport: async () => ({ ok: false, code }) });
    await act(async () => fireEvent.click(button('Make the PDF')));
    expect(screen.getByRole('alert').textContent).toMatch(words);
    expect(button('Make the PDF')).toHaveProperty('disabled', false);
  });

  it('takes a changed mind for no failure', async () => {
    await open({
      exportReport: async () => ({ ok: true, value: { file: null, pages: 0, deviation: null } }),
    });
    await act(async () => fireEvent.click(button('Make the PDF')));
    expect(button('Make the PDF')).toHaveProperty('disabled', false);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
