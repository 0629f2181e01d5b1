import * as v from 'valibot';
import { PATH_CHANNEL, REQUEST_CHANNEL } from '#contract/bridge.ts';
import { type Answer, COMMON_ERRORS } from '#contract/method.ts';
import { METHODS, type MethodName, type Params, type Result } from '#contract/methods.ts';
import { ServiceError } from '../services/service-error.ts';

/** Every method of the contract with what answers it; a missing one does not compile. */
export type Handlers = { readonly [M in MethodName]: (params: Params<M>) => Promise<Result<M>> };

/** The part of them in one namespace. */
export type HandlersOf<N extends string> = Pick<Handlers, Extract<MethodName, `${N}.${string}`>>;

/** Who sent a request, as far as the check needs it. */
export type Sender = {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
};

type Ipc = {
  on(channel: string, listener: (event: Sender, ...args: unknown[]) => void): void;
  handle(channel: string, listener: (event: Sender, ...args: unknown[]) => Promise<Answer<unknown>>): void;
};

/** What requests are answered with, and where failures are noted. */
export type Answering = {
  /** Origin of the app's own page. */
  readonly origin: string;
  readonly handlers: Handlers;
  log(line: string): void;
};

const refusal = (code: string, message: string, part: string | null = null): Answer<never> => ({
  ok: false,
  error: { code, message, ...(part === null ? {} : { part }) },
});

/** Only the app's own page, not a frame inside it, may ask. */
export function isOwnFrame({ senderFrame }: Sender, origin: string): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${origin}/`);
}

/** Names of the fields at fault; what was in them may be a passphrase and is not repeated. */
const faults = (issues: readonly v.BaseIssue<unknown>[]): string =>
  issues.map((issue) => `${v.getDotPath(issue) ?? '(whole)'}: ${issue.type}`).join(', ');

/** Where an error was thrown. Its message may quote a path or a name, so it is left out. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no error object';
  if (error instanceof ServiceError) return `${error.code}: ${error.message}`;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return `${error.name}${code}\n${frames.join('\n')}`;
}

async function run<M extends MethodName>(
  { handlers, log }: Answering,
  name: M,
  params: unknown,
): Promise<Answer<unknown>> {
  const method = METHODS[name];
  const decoded = v.safeParse(method.params, params);
  if (!decoded.success) return refusal('bad-request', `${name}: ${faults(decoded.issues)}`);
  try {
    const handler: (params: Params<M>) => Promise<unknown> = handlers[name];
    const encoded = v.safeParse(method.result, await handler(decoded.output as Params<M>));
    if (encoded.success) return { ok: true, value: encoded.output };
    log(`${name} answered outside its contract: ${faults(encoded.issues)}`);
  } catch (error) {
    const declared: readonly string[] = [...method.errors, ...COMMON_ERRORS];
    if (error instanceof ServiceError && declared.includes(error.code) && error.code !== 'failed')
      return refusal(error.code, error.message, error.part);
    log(`${name} failed: ${traceOf(error)}`);
  }
  return refusal('failed', `${name} failed; the log says where`);
}

/** Answers one request: sender, method, parameters in, result out, each checked. */
export async function answer(
  answering: Answering,
  sender: Sender,
  name: unknown,
  params: unknown,
): Promise<Answer<unknown>> {
  if (!isOwnFrame(sender, answering.origin)) return refusal('not-allowed', 'This sender may not ask');
  if (typeof name !== 'string' || !Object.hasOwn(METHODS, name))
    return refusal('bad-request', 'There is no such method');
  return run(answering, name as MethodName, params);
}

/** Puts the contract on the one request channel; `gave` hears of each file the person gave the page. */
export function registerHandlers(
  ipc: Ipc,
  origin: string,
  handlers: Handlers,
  gave: (path: string) => void,
): void {
  const answering: Answering = { origin, handlers, log: (line) => console.error(line) };
  ipc.on(PATH_CHANNEL, (event, path) => {
    if (isOwnFrame(event, origin) && typeof path === 'string') gave(path);
  });
  ipc.handle(REQUEST_CHANNEL, (event, name, params) => answer(answering, event, name, params));
}
