import { describe, expect, it } from 'vitest';
import { EVENT_CHANNEL, PATH_CHANNEL, REQUEST_CHANNEL } from '#contract/bridge.ts';
import { createApi, type Transport } from '#main/preload/create-api.ts';
import { createHost, HostError } from '#renderer/platform/host.ts';

/** Channels that copy what passes, as Electron does. */
function makeTransport(reply: (...args: unknown[]) => unknown) {
  const listeners = new Set<(event: unknown, ...args: unknown[]) => void>();
  const sent: unknown[][] = [];
  const transport: Transport = {
    async invoke(channel, ...args) {
      sent.push(structuredClone([channel, ...args]));
      return structuredClone(reply(...args));
    },
    on: (channel, listener) => channel === EVENT_CHANNEL && listeners.add(listener),
    off: (_channel, listener) => listeners.delete(listener),
    send: (channel, path) => sent.push([channel, path]),
    pathForFile: (file) => (file.name === 'pasted' ? '' : `/disk/${file.name}`),
  };
  const emit = (name: string, payload: unknown): void => {
    for (const listener of listeners) listener({}, name, payload);
  };
  return { transport, sent, emit, listeners };
}

describe('the bridge', () => {
  it('carries a request as it is and brings back the answer', async () => {
    const { transport, sent } = makeTransport(() => ({ ok: true, value: { bytes: 3 } }));
    const answer = await createApi(transport).invoke('app.freeSpace', {});
    expect(answer).toEqual({ ok: true, value: { bytes: 3 } });
    expect(sent).toEqual([[REQUEST_CHANNEL, 'app.freeSpace', {}]]);
  });

  it('brings bytes over as bytes, and as those of the slice alone', async () => {
    const { transport, sent } = makeTransport(() => ({ ok: true, value: null }));
    const bytes = Uint8Array.from([1, 2, 3, 4]).slice(1, 3);
    const jobId = '11111111-2222-4333-8444-555555555555';
    await createApi(transport).invoke('evidence.slice', { jobId, bytes });
    const [, , params] = sent[0] ?? [];
    expect(params).toEqual({ jobId, bytes: Uint8Array.from([2, 3]) });
  });

  it('tells an event to those who listen for it until they stop', () => {
    const { transport, emit, listeners } = makeTransport(() => null);
    const api = createApi(transport);
    const seen: unknown[] = [];
    const stop = api.on('menu.command', (payload) => seen.push(payload));
    emit('app.lock', {});
    emit('menu.command', { command: 'edit.undo' });
    stop();
    emit('menu.command', { command: 'edit.redo' });
    expect(seen).toEqual([{ command: 'edit.undo' }]);
    expect(listeners.size).toBe(0);
  });

  it('tells main the path of a file that has one, and of no other', () => {
    const { transport, sent } = makeTransport(() => null);
    const api = createApi(transport);
    expect([api.pathForFile(new File([], 'a.pdf')), api.pathForFile(new File([], 'pasted'))]).toEqual([
      '/disk/a.pdf',
      '',
    ]);
    expect(sent).toEqual([[PATH_CHANNEL, '/disk/a.pdf']]);
  });

  it('has nothing but transport on it', () => {
    expect(Object.keys(createApi(makeTransport(() => null).transport)).sort()).toEqual([
      'invoke',
      'on',
      'pathForFile',
    ]);
  });
});

describe('the host', () => {
  const hostOver = (reply: unknown) => createHost(createApi(makeTransport(() => reply).transport));

  it('resolves the value', async () => {
    await expect(hostOver({ ok: true, value: { bytes: 3 } }).call('app.freeSpace', {})).resolves.toEqual({
      bytes: 3,
    });
  });

  it('rejects with the code of the refusal', async () => {
    const error: unknown = await hostOver({ ok: false, error: { code: 'locked', message: 'No' } })
      .call('app.freeSpace', {})
      .catch((error: unknown) => error);
    expect(error).toBeInstanceOf(HostError);
    expect(error).toMatchObject({ code: 'locked', message: 'No' });
  });
});
