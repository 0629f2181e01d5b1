import { ServiceError } from '../service-error.ts';

/** What is needed of an Electron utility process. */
export type ChildProcess = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): void;
  on(event: 'exit', listener: (code: number) => void): void;
  kill(): boolean;
};

/** A table of asynchronous calls that take one plain parameter each. */
type CallTable<T> = { readonly [C in keyof T]: (params: never) => Promise<unknown> };

/** Calls by name, with parameters and results as in the table `T`. */
export type Client<T extends CallTable<T>> = {
  call<C extends keyof T & string>(call: C, params: Parameters<T[C]>[0]): Promise<Awaited<ReturnType<T[C]>>>;
};

/** How far a job is; project files go through several phases. */
export type VaultProgress = {
  readonly jobId: string;
  readonly done: number;
  readonly total: number;
  readonly phase?: 'writing' | 'verifying' | 'taking';
};

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };
type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      readonly part?: string;
    }
  | { readonly progress: VaultProgress };

/**
 * Talks to the vault process, started at the first call (or before, by `begin`) and again after it died. When it dies,
 * waiting calls fail with `failed` and `onDeath` is told: its keys are gone, so the app must lock.
 */
export function createVaultClient<T extends CallTable<T>>(options: {
  start(): ChildProcess;
  onProgress(progress: VaultProgress): void;
  onDeath(code: number): void;
}): Client<T> & {
  /** Starts the process before the first call needs it. */
  begin(): void;
  close(): void;
} {
  let child: ChildProcess | null = null;
  let closed = false;
  let nextId = 1;
  const waiting = new Map<number, Waiting>();

  function receive(reply: Reply): void {
    if ('progress' in reply) {
      options.onProgress(reply.progress);
      return;
    }
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) call?.resolve(reply.value);
    else call?.reject(new ServiceError(reply.code, reply.message, reply.part ? { part: reply.part } : {}));
  }

  function ended(code: number): void {
    child = null;
    for (const { reject } of waiting.values())
      reject(new ServiceError('failed', `The vault ended (${code})`));
    waiting.clear();
    if (!closed) options.onDeath(code);
  }

  function started(): ChildProcess {
    if (closed) throw new ServiceError('failed', 'The vault was closed');
    if (child) return child;
    child = options.start();
    child.on('message', (message) => receive(message as Reply));
    child.on('exit', ended);
    return child;
  }

  return {
    begin: () => void started(),
    call: (call, params) =>
      new Promise((resolve, reject) => {
        const process = started();
        const id = nextId++;
        // The table gives each call its result type; the wire does not carry types.
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        process.postMessage({ id, call, params });
      }),
    close() {
      closed = true;
      child?.kill();
    },
  };
}
