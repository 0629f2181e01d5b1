import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { PATH_CHANNEL, REQUEST_CHANNEL } from '#contract/bridge.ts';
import { COMMON_ERRORS } from '#contract/method.ts';
import { METHODS, type MethodName } from '#contract/methods.ts';
import { answer, type Handlers, registerHandlers, type Sender } from '#main/ipc/register.ts';
import { ServiceError } from '#main/services/service-error.ts';

const ORIGIN = 'app://touchstone';
const CASE = '11111111-2222-4333-8444-555555555555';
const own: Sender = { senderFrame: { url: `${ORIGIN}/index.html`, parent: null } };

const names = Object.keys(METHODS) as MethodName[];

/** Handlers that all fail, but for those given. */
function handlersWith(some: Partial<Handlers>): Handlers {
  const none = names.map((name) => [name, async () => Promise.reject(new Error(`${name} was not expected`))]);
  return { ...(Object.fromEntries(none) as Handlers), ...some };
}

/** Asks as the app's own page does, unless another sender is given. */
function ask(some: Partial<Handlers>, name: unknown, params: unknown, sender: Sender = own) {
  const lines: string[] = [];
  const answering = { origin: ORIGIN, handlers: handlersWith(some), log: (line: string) => lines.push(line) };
  return answer(answering, sender, name, params).then((answered) => ({ answered, lines }));
}

const refused = (code: string) => ({ ok: false, error: { code, message: expect.any(String) } });

describe('a request', () => {
  it('is answered with the value of its handler', async () => {
    const { answered } = await ask({ 'app.freeSpace': async () => ({ bytes: 5 }) }, 'app.freeSpace', {});
    expect(answered).toEqual({ ok: true, value: { bytes: 5 } });
  });

  it.each(['app.nothing', 'constructor', '__proto__', 'toString', '', 7, null, undefined])(
    'for a method that is not in the table (%s) is refused',
    async (name) => {
      expect((await ask({}, name, {})).answered).toEqual(refused('bad-request'));
    },
  );

  it.each([
    ['keys.unlock', { caseId: '../../etc', passphrase: 'p' }],
    ['keys.unlock', { caseId: CASE, passphrase: '' }],
    ['keys.unlock', null],
    ['evidence.slice', { jobId: CASE, bytes: [1, 2, 3] }],
    ['evidence.sweep', { caseId: CASE, keep: ['../keyring.json'] }],
  ] as const)(
    'to %s with parameters outside the contract is refused before the handler',
    async (name, params) => {
      const { answered, lines } = await ask({}, name, params);
      expect(answered).toEqual(refused('bad-request'));
      expect(lines).toEqual([]);
    },
  );

  it('that is refused does not repeat what was sent', async () => {
    const { answered } = await ask({}, 'keys.unlock', { caseId: 'secret words', passphrase: ['hunter2'] });
    expect(answered).toEqual(refused('bad-request'));
    expect(JSON.stringify(answered)).not.toMatch(/hunter2|secret words/);
  });

  it('passes on only what the contract names', async () => {
    let seen: unknown;
    const handler: Handlers['app.setTitle'] = async (params) => {
      seen = params;
      return null;
    };
    await ask({ 'app.setTitle': handler }, 'app.setTitle', { title: 'T', more: 1 });
    expect(seen).toEqual({ title: 'T' });
    const leaky = async () => ({ bytes: 1, path: '/home/someone' });
    expect((await ask({ 'app.freeSpace': leaky }, 'app.freeSpace', {})).answered).toEqual({
      ok: true,
      value: { bytes: 1 },
    });
  });
});

describe('a sender', () => {
  it.each<[string, Sender]>([
    ['a frame inside the page', { senderFrame: { url: `${ORIGIN}/index.html`, parent: {} } }],
    ['another origin', { senderFrame: { url: 'https://example.org/', parent: null } }],
    ['an origin that begins alike', { senderFrame: { url: `${ORIGIN}.example.org/`, parent: null } }],
    ['a file', { senderFrame: { url: 'file:///app://touchstone/', parent: null } }],
    ['evidence', { senderFrame: { url: `evidence://${CASE}/`, parent: null } }],
    ['a frame that is gone', { senderFrame: null }],
  ])('that is %s is refused before anything else', async (_who, sender) => {
    const { answered } = await ask(
      { 'app.freeSpace': async () => ({ bytes: 5 }) },
      'app.freeSpace',
      {},
      sender,
    );
    expect(answered).toEqual(refused('not-allowed'));
  });
});

describe('a failure', () => {
  it('goes out by a code that the method declares', async () => {
    const wrong = async () => Promise.reject(new ServiceError('wrong-passphrase', 'No'));
    const { answered, lines } = await ask({ 'keys.unlock': wrong }, 'keys.unlock', {
      caseId: CASE,
      passphrase: 'p',
    });
    expect(answered).toEqual({ ok: false, error: { code: 'wrong-passphrase', message: 'No' } });
    expect(lines).toEqual([]);
  });

  it.each([
    ['a code that the method does not declare', new ServiceError('disk-full', 'No room')],
    ['no code at all', new Error('/home/someone/source list.txt is odd')],
    ['the code of the system', Object.assign(new Error("ENOENT: '/home/someone/x'"), { code: 'ENOENT' })],
    ['something that is no error', 'text'],
  ])('with %s becomes "failed", and is logged without words of the case', async (_which, error) => {
    const { answered, lines } = await ask(
      { 'app.freeSpace': async () => Promise.reject(error) },
      'app.freeSpace',
      {},
    );
    expect(answered).toEqual(refused('failed'));
    expect(lines).toHaveLength(1);
    expect(`${lines[0]} ${JSON.stringify(answered)}`).not.toContain('someone');
  });

  it('to answer within the contract becomes "failed"', async () => {
    const wrong = async (): Promise<never> => ({ bytes: 'many' }) as never;
    const { answered, lines } = await ask({ 'app.freeSpace': wrong }, 'app.freeSpace', {});
    expect(answered).toEqual(refused('failed'));
    expect(lines[0]).toContain('outside its contract');
  });
});

describe('the contract', () => {
  it('is on one channel; beside it come the files a person gave the app’s own page', () => {
    const channels: string[] = [];
    const given: string[] = [];
    let hear: (event: Sender, ...args: unknown[]) => void = () => undefined;
    const ipc = {
      handle: (channel: string) => channels.push(channel),
      on: (channel: string, listener: typeof hear) => {
        channels.push(channel);
        hear = listener;
      },
    };
    registerHandlers(ipc, ORIGIN, handlersWith({}), (path) => given.push(path));
    expect(channels.sort()).toEqual([PATH_CHANNEL, REQUEST_CHANNEL].sort());
    hear({ senderFrame: { url: `${ORIGIN}/index.html`, parent: null } }, '/home/photo.jpg');
    hear({ senderFrame: { url: 'https://example.org/', parent: null } }, '/etc/shadow');
    hear({ senderFrame: { url: `${ORIGIN}/index.html`, parent: null } }, 7);
    expect(given).toEqual(['/home/photo.jpg']);
  });

  it('names methods and error codes in one style, and no code twice', () => {
    for (const name of names) {
      expect(name).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
      const codes: string[] = [...METHODS[name].errors, ...COMMON_ERRORS];
      expect([...new Set(codes)]).toEqual(codes);
      for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
    }
  });

  it('takes plain objects only, so that a call can grow', () => {
    expect(names.filter((name) => v.is(METHODS[name].params, 'text'))).toEqual([]);
  });
});
