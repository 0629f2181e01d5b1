import * as v from 'valibot';
import { EVENTS, type EventName, type EventPayload } from '#contract/events.ts';
import { COMMON_ERRORS } from '#contract/method.ts';
import { METHODS, type MethodName, type Params, type Result } from '#contract/methods.ts';
import { type Host, HostError } from '#renderer/platform/host.ts';

type Stub<M extends MethodName> = (params: Params<M>) => Result<M> | Promise<Result<M>>;
export type Stubs = { readonly [M in MethodName]?: Stub<M> };

export type Call = { readonly method: MethodName; readonly params: unknown };

export type FakeHost = Host & {
  /** Every call so far, in order. */
  readonly calls: readonly Call[];
  /** Sends an event as the main process would. */
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void;
};

/** Makes a stub refuse with a code, which must be one the method declares. */
export const refuse = (code: string) => (): never => {
  throw new HostError(code, `refused by the fake host: ${code}`);
};

async function answer<M extends MethodName>(method: M, stub: Stub<M>, params: Params<M>): Promise<Result<M>> {
  const { params: schema, result, errors } = METHODS[method];
  if (!v.is(schema, params))
    throw new Error(`fake host: ${method} was called with parameters outside its contract`);
  try {
    const value = await stub(params);
    if (!v.is(result, value))
      throw new Error(`fake host: the stub of ${method} answers outside its contract`);
    return value;
  } catch (error) {
    const declared: readonly string[] = [...errors, ...COMMON_ERRORS];
    if (error instanceof HostError && !declared.includes(error.code))
      throw new Error(`fake host: ${method} does not declare the error ${error.code}`, { cause: error });
    throw error;
  }
}

/**
 * A host that answers only what a test says it answers. Calls of methods that do not exist, or that
 * the test did not stub, are rejected by name; so are parameters and answers outside the contract.
 */
export function fakeHost(stubs: Stubs = {}): FakeHost {
  const calls: Call[] = [];
  const listeners = new Set<(event: EventName, payload: unknown) => void>();
  return {
    calls,
    async call(method, params) {
      if (!Object.hasOwn(METHODS, method)) throw new Error(`fake host: there is no method ${method}`);
      calls.push({ method, params });
      const stub: Stub<typeof method> | undefined = stubs[method];
      if (!stub) throw new Error(`fake host: ${method} was called but not stubbed`);
      return answer(method, stub, params);
    },
    on(event, listener) {
      const receive = (name: EventName, payload: unknown): void => {
        if (name === event) listener(v.parse(EVENTS[event], payload));
      };
      listeners.add(receive);
      return () => listeners.delete(receive);
    },
    emit(event, payload) {
      for (const receive of listeners) receive(event, payload);
    },
    pathForFile: (file) => (file as File & { path?: string }).path ?? '',
  };
}
