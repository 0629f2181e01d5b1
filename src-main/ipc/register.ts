import * as v from 'valibot';
import { REQUEST_CHANNEL } from '#contract/bridge.ts';
import { type Answer, COMMON_ERRORS } from '#contract/method.ts';
import { METHODS, type MethodName, type Params, type Result } from '#contract/methods.ts';

/** Every method of the contract with what answers it; a missing one does not compile. */
export type Handlers = { readonly [M in MethodName]: (params: Params<M>) => Promise<Result<M>> };

/** The part of them in one namespace. */
export type HandlersOf<N extends string> = Pick<Handlers, Extract<MethodName, `${N}.${string}`>>;

/** Who sent a request, as far as the check needs it. */
export type Sender = {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
};

type Ipc = {
  handle(channel: string, listener: (event: Sender, ...args: unknown[]) => Promise<Answer<unknown>>): void;
};

const refusal = (code: string, message: string): Answer<never> => ({ ok: false, error: { code, message } });

/** Only the app's own page, not a frame inside it, may ask. */
export function isOwnFrame({ senderFrame }: Sender, origin: string): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${origin}/`);
}

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

async function run<M extends MethodName>(
  handlers: Handlers,
  name: M,
  params: unknown,
): Promise<Answer<unknown>> {
  const method = METHODS[name];
  const decoded = v.safeParse(method.params, params);
  if (!decoded.success) return refusal('bad-request', `${name}: ${v.summarize(decoded.issues)}`);
  try {
    const handler: (params: Params<M>) => Promise<unknown> = handlers[name];
    const encoded = v.safeParse(method.result, await handler(decoded.output as Params<M>));
    if (encoded.success) return { ok: true, value: encoded.output };
    throw new Error(`${name} answered outside its contract: ${v.summarize(encoded.issues)}`);
  } catch (error) {
    const code = codeOf(error);
    const declared: readonly string[] = [...method.errors, ...COMMON_ERRORS];
    if (code && declared.includes(code)) return refusal(code, error instanceof Error ? error.message : code);
    console.error(`${name} failed:`, error);
    return refusal('failed', error instanceof Error ? error.message : String(error));
  }
}

/** Answers one request: sender, method, parameters in, result out, each checked. */
export async function answer(
  handlers: Handlers,
  origin: string,
  sender: Sender,
  name: unknown,
  params: unknown,
): Promise<Answer<unknown>> {
  if (!isOwnFrame(sender, origin)) return refusal('not-allowed', 'This sender may not ask.');
  if (typeof name !== 'string' || !Object.hasOwn(METHODS, name)) {
    return refusal('bad-request', `There is no method ${String(name)}.`);
  }
  return run(handlers, name as MethodName, params);
}

/** Puts the contract on the one request channel. */
export function registerHandlers(ipc: Ipc, origin: string, handlers: Handlers): void {
  ipc.handle(REQUEST_CHANNEL, (event, name, params) => answer(handlers, origin, event, name, params));
}
