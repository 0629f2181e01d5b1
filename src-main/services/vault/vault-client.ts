import { ServiceError } from '../service-error.ts';

/** What is needed of an Electron utility process. */
export type ChildProcess = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): void;
  on(event: 'exit', listener: (code: number) => void): void;
  kill(): boolean;
};

type Pending = { resolve: (value: unknown) => void; reject: (error: Error) => void };
type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly code: string; readonly message: string }
  | { readonly progress: { readonly jobId: string; readonly done: number; readonly total: number } };

/** Calls by name with parameters and results as in the table `Calls`. */
export type Client<Calls extends Record<string, { params: unknown; result: unknown }>> = {
  call<C extends keyof Calls & string>(call: C, params: Calls[C]['params']): Promise<Calls[C]['result']>;
  close(): void;
};

/**
 * Talks to the vault process, started at the first call and again after it died. When it dies,
 * waiting calls fail with `failed` and `onDeath` is told: its keys are gone, so the app must lock.
 */
export function createVaultClient<
  Calls extends Record<string, { params: unknown; result: unknown }>,
>(options: {
  start(): ChildProcess;
  onProgress(progress: { jobId: string; done: number; total: number }): void;
  onDeath(code: number): void;
}): Client<Calls> {
  let child: ChildProcess | null = null;
  let closed = false;
  let nextId = 1;
  const pending = new Map<number, Pending>();

  function receive(reply: Reply): void {
    if ('progress' in reply) {
      options.onProgress(reply.progress);
      return;
    }
    const waiting = pending.get(reply.id);
    pending.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.value);
    else waiting?.reject(new ServiceError(reply.code, reply.message));
  }

  function started(): ChildProcess {
    if (child) return child;
    const fresh = options.start();
    child = fresh;
    fresh.on('message', (message) => receive(message as Reply));
    fresh.on('exit', (code) => {
      child = null;
      for (const { reject } of pending.values())
        reject(new ServiceError('failed', `The vault ended (${code}).`));
      pending.clear();
      if (!closed) options.onDeath(code);
    });
    return fresh;
  }

  return {
    call: (call, params) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        // The table gives each call its result type; the wire does not carry types.
        pending.set(id, { resolve: resolve as (value: unknown) => void, reject });
        started().postMessage({ id, call, params });
      }),
    close() {
      closed = true;
      child?.kill();
    },
  };
}
