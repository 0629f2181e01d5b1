import type { Answer } from './method.ts';
import type { EventName, EventPayload } from './events.ts';
import type { MethodName, Params, Result } from './methods.ts';

/** What preload puts on `window.touchstone`: transport, no logic. */
export type Bridge = {
  invoke<M extends MethodName>(method: M, params: Params<M>): Promise<Answer<Result<M>>>;
  /** Calls back on every such event until the returned function is called. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
  /** Disk path of a chosen or dropped file, '' when it has none. */
  pathForFile(file: File): string;
};

/** IPC channel names; one for requests, one for events. */
export const REQUEST_CHANNEL = 'touchstone:request';
/** Paths of files that the person gave the window themselves; preload alone sends here. */
export const PATH_CHANNEL = 'touchstone:path';
export const EVENT_CHANNEL = 'touchstone:event';
