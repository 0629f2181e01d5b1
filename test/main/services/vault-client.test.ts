import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type ChildProcess, createVaultClient } from '#main/services/vault/vault-client.ts';
import { answerRequest } from '#main/vault/answer.ts';
import type { VaultRequest } from '#main/vault/messages.ts';
import type { Vault } from '#main/vault/vault.ts';
import { CASE, makeVault, newJobId, PASSPHRASE, someFile } from '../vault/support.ts';

/** Vault processes in this one: messages are copied, as between processes. */
function makeClient() {
  const { vault, folder } = makeVault({
    onProgress: (progress) => processes.at(-1)?.emit('message', { progress }),
  });
  const processes: EventEmitter[] = [];
  const deaths: number[] = [];
  const progress: unknown[] = [];
  let mute = false;
  const client = createVaultClient<Vault>({
    start() {
      const emitter = new EventEmitter();
      processes.push(emitter);
      const child: ChildProcess = Object.assign(emitter, {
        postMessage(message: unknown) {
          if (mute) return;
          const request = structuredClone(message) as VaultRequest;
          void answerRequest(vault, request).then((reply) => emitter.emit('message', structuredClone(reply)));
        },
        kill: () => emitter.emit('exit', 0),
      });
      return child;
    },
    onProgress: (report) => progress.push(report),
    onDeath: (code) => deaths.push(code),
  });
  return {
    client,
    folder,
    processes,
    deaths,
    progress,
    silence: () => (mute = true),
    speak: () => (mute = false),
  };
}

const failsWith = (code: string) => expect.objectContaining({ name: 'ServiceError', code });

describe('the vault in its own process', () => {
  it('may be started before the first call, and is not started again by it', async () => {
    const { client, processes } = makeClient();
    client.begin();
    expect(processes).toHaveLength(1);
    await client.call('listCases', null);
    expect(processes).toHaveLength(1);
  });

  it('is started at the first call, once, and answers as it would here', async () => {
    const { client, processes } = makeClient();
    expect(processes).toHaveLength(0);
    const { key } = await client.call('create', { caseId: CASE, passphrase: PASSPHRASE, keychain: null });
    expect(key).toBeInstanceOf(Uint8Array);
    const stored = await client.call('store', {
      caseId: CASE,
      jobId: newJobId(),
      path: someFile('words', 'a.txt'),
    });
    expect(stored).toMatchObject({ name: 'a.txt', size: 5 });
    expect(processes).toHaveLength(1);
  });

  it('sends only its own bytes: no memory beside a key goes along', async () => {
    const { client } = makeClient();
    const { key } = await client.call('create', { caseId: CASE, passphrase: PASSPHRASE, keychain: null });
    expect(key.buffer.byteLength).toBe(32);
    const { sha256 } = await client.call('store', {
      caseId: CASE,
      jobId: newJobId(),
      path: someFile('words'),
    });
    const { bytes } = await client.call('read', { caseId: CASE, sha256, start: 1, end: 3 });
    expect(Buffer.from(bytes).toString()).toBe('or');
    expect(bytes.buffer.byteLength).toBe(2);
  });

  it('fails with the same codes', async () => {
    const { client } = makeClient();
    const described = client.call('describe', { caseId: CASE });
    await expect(described).rejects.toEqual(failsWith('no-such-case'));
    await expect(client.call('nothing' as 'lock', null)).rejects.toEqual(failsWith('bad-request'));
  });

  it('passes progress on', async () => {
    const { client, progress } = makeClient();
    await client.call('create', { caseId: CASE, passphrase: PASSPHRASE, keychain: null });
    const jobId = newJobId();
    await client.call('store', { caseId: CASE, jobId, path: someFile('words') });
    expect(progress.at(-1)).toEqual({ jobId, done: 5, total: 5 });
  });

  it('when it dies, fails what was waiting, says so, and is started again for the next call', async () => {
    const { client, processes, deaths, silence, speak } = makeClient();
    silence();
    const waiting = client.call('describe', { caseId: CASE });
    processes[0]?.emit('exit', 139);
    await expect(waiting).rejects.toEqual(failsWith('failed'));
    expect(deaths).toEqual([139]);
    speak();
    await expect(client.call('describe', { caseId: CASE })).rejects.toEqual(failsWith('no-such-case'));
    expect(processes).toHaveLength(2);
  });

  it('is not said to have died when the app closes it', async () => {
    const { client, deaths, silence } = makeClient();
    silence();
    const waiting = client.call('lock', null);
    client.close();
    await expect(waiting).rejects.toEqual(failsWith('failed'));
    expect(deaths).toEqual([]);
    await expect(client.call('lock', null)).rejects.toEqual(failsWith('failed'));
  });

  it('words an error it did not expect without the message, which may quote a path', async () => {
    const { vault } = makeVault();
    const broken: Vault = { ...vault, stat: () => Promise.reject(new Error('/home/someone/file')) };
    const reply = await answerRequest(broken, { id: 1, call: 'stat', params: {} });
    expect(reply).toMatchObject({ id: 1, ok: false, code: 'failed' });
    expect(JSON.stringify(reply)).not.toContain('someone');
  });
});
