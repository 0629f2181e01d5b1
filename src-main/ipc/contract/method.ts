import type { GenericSchema, InferInput, InferOutput } from 'valibot';

/** One IPC method: what goes in, what comes out, and which errors it may answer with. */
export type Method = {
  readonly params: GenericSchema;
  readonly result: GenericSchema;
  readonly errors: readonly string[];
};

/** Declares a method of the contract table. */
export const method = <P extends GenericSchema, R extends GenericSchema, const E extends readonly string[]>(
  params: P,
  result: R,
  errors: E,
): { readonly params: P; readonly result: R; readonly errors: E } => ({ params, result, errors });

/** Errors any method may answer with besides its own. */
export const COMMON_ERRORS = ['bad-request', 'not-allowed', 'failed'] as const;

/** What goes over the wire as an answer. `message` is for logs; screens word errors by `code`, and `part` says where. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly error: { readonly code: string; readonly message: string; readonly part?: string };
    };

export type ParamsOf<M extends Method> = InferInput<M['params']>;
export type ResultOf<M extends Method> = InferOutput<M['result']>;
