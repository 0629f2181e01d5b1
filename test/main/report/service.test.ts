import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createReportService } from '#main/services/report/create-report-service.ts';
import { LONGEST_MS, OUTDATED_MS } from '#main/services/report/typesetting.ts';
import type { ReportAnswer } from '#main/services/report/process.ts';
import { ServiceError } from '#main/services/service-error.ts';
import { freshFolder } from '../vault/support.ts';

const INPUT = {
  model: '{}',
  paper: 'a4' as const,
  standard: 'ua-1' as const,
  suggestedName: 'case.pdf',
  thumbnails: [],
  guard: { needles: [], watched: [] },
};
const { suggestedName: _, guard: __, ...REPORT } = INPUT;
const PREVIEWED = { ...REPORT, near: false };
const PLACES = [{ kind: 'claim' as const, page: 1, top: 90, height: 842 }];
const PDF = new TextEncoder().encode('%PDF-');

/** A typesetting process that does what the test tells it to. */
function fakeProcess() {
  const listeners = new Map<string, (payload: never) => void>();
  return {
    asked: [] as unknown[],
    killed: false,
    postMessage(message: unknown) {
      this.asked.push(message);
    },
    on(event: string, listener: (payload: never) => void) {
      listeners.set(event, listener);
    },
    kill() {
      this.killed = true;
      return true;
    },
    answer: (answer: ReportAnswer) => listeners.get('message')?.(answer as never),
    exit: (code: number) => listeners.get('exit')?.(code as never),
  };
}

function world(path: string | null) {
  const children = [fakeProcess(), fakeProcess(), fakeProcess()] as const;
  let started = 0;
  const service = createReportService({
    dialogs: { saveFile: async () => path },
    check: async () => ({ leaks: [], holds: [], unread: [] }),
    start: () => children[started++] ?? children[0],
  });
  return { child: children[0], children, service, started: () => started, controller: new AbortController() };
}

const asked = (child: { asked: unknown[] }) => vi.waitFor(() => expect(child.asked).toHaveLength(1));

describe('exporting a report', () => {
  afterEach(() => void vi.useRealTimers());

  it('asks where to, typesets apart and writes the file', async () => {
    const path = join(freshFolder(), 'case.pdf');
    const { child, service, controller } = world(path);
    const written = service.export(INPUT, controller.signal);
    await asked(child);
    child.answer({ ok: true, pdf: PDF, pages: 3, places: PLACES, deviation: null });
    expect(await written).toMatchObject({ file: { path, bytes: PDF.length }, pages: 3 });
    expect(readFileSync(path, 'utf8')).toBe('%PDF-');
    expect(child.killed).toBe(false);
  });

  it('keeps the process warm for the next one, and lets it go when nobody asks any more', async () => {
    vi.useFakeTimers();
    const { child, service, started } = world(null);
    for (let edit = 1; edit <= 2; edit += 1) {
      const made = service.preview(PREVIEWED);
      child.answer({ ok: true, pdf: PDF, pages: edit, places: PLACES, deviation: null });
      expect(await made).toEqual({ pdf: PDF, pages: edit, places: PLACES });
    }
    expect(started()).toBe(1);
    await vi.advanceTimersByTimeAsync(LONGEST_MS);
    expect(child.killed).toBe(true);
  });

  it('makes the latest preview only of those that wait', async () => {
    const { child, service } = world(null);
    const edits = ['{"a":1}', '{"a":2}', '{"a":3}'].map((model) => service.preview({ ...PREVIEWED, model }));
    const ended = Promise.allSettled(edits);
    child.answer({ ok: true, pdf: PDF, pages: 1, places: PLACES, deviation: null });
    child.answer({ ok: true, pdf: PDF, pages: 3, places: PLACES, deviation: null });
    expect(await ended).toMatchObject([
      { status: 'fulfilled', value: { pages: 1 } },
      { status: 'rejected', reason: { code: 'cancelled' } },
      { status: 'fulfilled', value: { pages: 3 } },
    ]);
    expect(child.asked).toMatchObject([{ model: '{"a":1}' }, { model: '{"a":3}' }]);
  });

  it('makes the part that is looked at beside the whole, not behind it', async () => {
    const { children, service } = world(null);
    const whole = service.preview(PREVIEWED);
    const near = service.preview({ ...PREVIEWED, near: true });
    expect(children.map(({ asked: { length } }) => length)).toEqual([1, 1, 0]);
    children[1].answer({ ok: true, pdf: PDF, pages: 1, places: PLACES, deviation: null });
    expect(await near).toMatchObject({ pages: 1 });
    children[0].answer({ ok: true, pdf: PDF, pages: 9, places: PLACES, deviation: null });
    expect(await whole).toMatchObject({ pages: 9 });
  });

  it('lets a later edit end a preview that has run for long', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
    const { children, service } = world(null);
    const outdated = service.preview({ ...PREVIEWED, model: '{"a":1}' });
    const ended = Promise.allSettled([outdated]);
    await vi.advanceTimersByTimeAsync(OUTDATED_MS + 1);
    const later = service.preview({ ...PREVIEWED, model: '{"a":2}' });
    expect(children[0].killed).toBe(true);
    expect(await ended).toMatchObject([{ status: 'rejected', reason: { code: 'cancelled' } }]);
    children[1].answer({ ok: true, pdf: PDF, pages: 2, places: PLACES, deviation: null });
    expect(await later).toMatchObject({ pages: 2 });
  });

  it('starts nothing when the person changes their mind', async () => {
    const { service, started, controller } = world(null);
    expect(await service.export(INPUT, controller.signal)).toEqual({ file: null, pages: 0, deviation: null });
    expect(started()).toBe(0);
  });

  it('ends the process when it is stopped, and writes nothing', async () => {
    const path = join(freshFolder(), 'case.pdf');
    const { child, service, controller } = world(path);
    const written = service.export(INPUT, controller.signal);
    await asked(child);
    controller.abort(new ServiceError('cancelled', 'stopped'));
    await expect(written).rejects.toMatchObject({ code: 'cancelled' });
    expect(child.killed).toBe(true);
    expect(existsSync(path)).toBe(false);
  });

  it('starts nothing when it was stopped while the dialog was open', async () => {
    const { service, started, controller } = world('/nowhere/case.pdf');
    controller.abort(new ServiceError('cancelled', 'stopped'));
    await expect(service.export(INPUT, controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
    expect(started()).toBe(0);
  });

  it('tells what Typst found wrong, and when the process died', async () => {
    const first = world('/nowhere/case.pdf');
    const refused = first.service.export(INPUT, first.controller.signal);
    await asked(first.child);
    first.child.answer({ ok: false, message: 'no such label (parts.typ, line 3)' });
    await expect(refused).rejects.toMatchObject({
      code: 'report-failed',
      part: 'no such label (parts.typ, line 3)',
    });

    const second = world('/nowhere/case.pdf');
    const died = second.service.export(INPUT, second.controller.signal);
    await asked(second.child);
    second.child.exit(134);
    await expect(died).rejects.toMatchObject({
      code: 'report-failed',
      message: expect.stringContaining('134'),
    });
  });

  it('does not wait for ever', async () => {
    vi.useFakeTimers();
    const { child, service, controller } = world('/nowhere/case.pdf');
    const written = service.export(INPUT, controller.signal);
    const ended = Promise.allSettled([written]);
    await vi.advanceTimersByTimeAsync(LONGEST_MS);
    expect(await ended).toMatchObject([{ status: 'rejected', reason: { code: 'report-failed' } }]);
    expect(child.killed).toBe(true);
  });
});

describe('exporting while a preview is made', () => {
  const ANOTHER = '{"edited":true}';
  const made = (pages: number) => ({ ok: true, pdf: PDF, pages, places: PLACES, deviation: null }) as const;

  it('waits for no preview of another state: that is made anew behind it', async () => {
    const path = join(freshFolder(), 'case.pdf');
    const { children, service, controller } = world(path);
    const preview = service.preview({ ...PREVIEWED, model: ANOTHER });
    const written = service.export(INPUT, controller.signal);
    await asked(children[1]);
    expect(children[0].killed).toBe(true);
    expect(children[1].asked).toMatchObject([{ model: INPUT.model }]);
    children[1].answer(made(3));
    expect(await written).toMatchObject({ pages: 3 });
    expect(children[1].asked).toMatchObject([{ model: INPUT.model }, { model: ANOTHER }]);
    children[1].answer(made(7));
    expect(await preview).toMatchObject({ pages: 7 });
  });

  it('goes before a preview that waits, and drops the one that waited behind', async () => {
    const { children, service, controller } = world(join(freshFolder(), 'case.pdf'));
    const first = service.preview({ ...PREVIEWED, model: ANOTHER });
    const second = service.preview({ ...PREVIEWED, model: '{"edited":2}' });
    const dropped = Promise.allSettled([first]);
    const written = service.export(INPUT, controller.signal);
    await asked(children[1]);
    expect(await dropped).toMatchObject([{ status: 'rejected', reason: { code: 'cancelled' } }]);
    children[1].answer(made(3));
    await written;
    children[1].answer(made(8));
    expect(await second).toMatchObject({ pages: 8 });
  });

  it('takes over the preview of the same report, which is ready sooner', async () => {
    const { children, service, controller, started } = world(join(freshFolder(), 'case.pdf'));
    const preview = service.preview(PREVIEWED);
    const written = service.export(INPUT, controller.signal);
    // The dialog is answered in a later turn; then it waits for what is at work.
    await new Promise((resolve) => setImmediate(resolve));
    children[0].answer(made(5));
    expect(await preview).toMatchObject({ pages: 5 });
    expect(await written).toMatchObject({ pages: 5 });
    expect([started(), children[0].killed, children[0].asked.length]).toEqual([1, false, 1]);
  });

  it('leaves that preview alone when it is stopped', async () => {
    const path = join(freshFolder(), 'case.pdf');
    const { children, service, controller } = world(path);
    const preview = service.preview(PREVIEWED);
    const written = Promise.allSettled([service.export(INPUT, controller.signal)]);
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort(new ServiceError('cancelled', 'stopped'));
    expect(await written).toMatchObject([{ reason: { code: 'cancelled' } }]);
    children[0].answer(made(5));
    expect(await preview).toMatchObject({ pages: 5 });
    expect(existsSync(path)).toBe(false);
  });
});
