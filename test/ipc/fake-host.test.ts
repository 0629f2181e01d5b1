import { describe, expect, it } from 'vitest';
import { METHODS, type MethodName } from '#contract/methods.ts';
import { fakeHost, refuse } from '../support/fake-host.ts';

describe('the fake host', () => {
  it('rejects every method of the contract by name until it is stubbed', async () => {
    const names = Object.keys(METHODS) as MethodName[];
    expect(names.length).toBeGreaterThan(20);
    for (const name of names)
      await expect(fakeHost().call(name, {})).rejects.toThrow(`${name} was called but not stubbed`);
  });

  it('rejects a method that does not exist', async () => {
    await expect(fakeHost().call('app.nothing' as MethodName, {})).rejects.toThrow(
      'there is no method app.nothing',
    );
  });

  it('answers what it is told, within the contract only', async () => {
    const host = fakeHost({ 'app.freeSpace': () => ({ bytes: 3 }), 'app.setTitle': () => 'done' as never });
    await expect(host.call('app.freeSpace', {})).resolves.toEqual({ bytes: 3 });
    await expect(host.call('app.setTitle', { title: null })).rejects.toThrow('answers outside its contract');
    await expect(host.call('app.setTitle', { title: 1 as never })).rejects.toThrow(
      'parameters outside its contract',
    );
    expect(host.calls.map(({ method }) => method)).toEqual(['app.freeSpace', 'app.setTitle', 'app.setTitle']);
  });

  it('refuses with codes that the method declares only', async () => {
    const host = fakeHost({ 'evidence.sweep': refuse('locked'), 'app.freeSpace': refuse('locked') });
    const caseId = '11111111-2222-4333-8444-555555555555';
    await expect(host.call('evidence.sweep', { caseId, keep: [] })).rejects.toMatchObject({ code: 'locked' });
    await expect(host.call('app.freeSpace', {})).rejects.toThrow('does not declare the error locked');
  });

  it('sends events to those who listen', () => {
    const host = fakeHost();
    const seen: unknown[] = [];
    const stop = host.on('evidence.progress', (payload) => seen.push(payload));
    const progress = { jobId: '11111111-2222-4333-8444-555555555555', done: 1, total: 2 };
    host.emit('app.lock', {});
    host.emit('evidence.progress', progress);
    stop();
    host.emit('evidence.progress', progress);
    expect(seen).toEqual([progress]);
  });
});
