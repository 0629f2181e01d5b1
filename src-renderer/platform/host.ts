import type { Bridge } from '#contract/bridge.ts';
import type { EventName, EventPayload } from '#contract/events.ts';
import type { MethodName, Params, Result } from '#contract/methods.ts';

declare global {
  interface Window {
    readonly touchstone?: Bridge;
  }
}

/** A refused call; `code` is one of the method's declared codes or a common one. */
export class HostError extends Error {
  readonly code: string;
  /** Where it lies, null where the code says all. */
  readonly part: string | null;
  constructor(code: string, message: string, part: string | null = null) {
    super(message);
    this.part = part;
    this.name = 'HostError';
    this.code = code;
  }
}

/** The main process as the window sees it. */
export type Host = {
  /** Resolves the value, rejects with a {@link HostError}. */
  call<M extends MethodName>(method: M, params: Params<M>): Promise<Result<M>>;
  /** Calls back on every such event until the returned function is called. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
  /** Disk path of a chosen or dropped file, '' when it has none. */
  pathForFile(file: File): string;
};

/** A host over the bridge that preload put there. */
export function createHost(bridge: Bridge): Host {
  return {
    async call(method, params) {
      const answer = await bridge.invoke(method, params);
      if (answer.ok) return answer.value;
      throw new HostError(answer.error.code, answer.error.message, answer.error.part ?? null);
    },
    on: (event, listener) => bridge.on(event, listener),
    pathForFile: (file) => bridge.pathForFile(file),
  };
}
