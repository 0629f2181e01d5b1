import { StorageError } from '#core/ports/case-storage.ts';
import { FAILURE_CODES, type FailureCode } from '#core/ports/failure-codes.ts';
import { HostError } from '#renderer/platform/host.ts';
import type { Done } from '#core/ports/workbench.ts';

/** A failure of the workbench itself; `code` picks the words the person sees. */
export class Failure extends Error {
  readonly code: FailureCode;
  /** Fills the words the person sees. */
  readonly detail: Readonly<Record<string, string | number>> | null;
  constructor(
    code: FailureCode,
    message: string,
    { detail = null, ...options }: ErrorOptions & { readonly detail?: Failure['detail'] } = {},
  ) {
    super(message, options);
    this.name = 'Failure';
    this.code = code;
    this.detail = detail;
  }
}

export const done = <T>(value: T): Done<T> => ({ ok: true, value });

type Code = FailureCode | `command.${string}`;

export const failed = (code: Code, detail?: Record<string, string | number>): Done<never> => ({
  ok: false,
  code,
  ...(detail ? { detail } : {}),
});

const KNOWN: ReadonlySet<unknown> = new Set(FAILURE_CODES);
const isKnown = (code: unknown): code is FailureCode => KNOWN.has(code);

/** A failure with a code the person's words are found under. What has none is logged as it is. */
export function failureOf(error: unknown): Extract<Done<never>, { ok: false }> {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const part = error instanceof HostError ? error.part : null;
  const told = error instanceof StorageError || error instanceof Failure ? error.detail : null;
  const detail = told ?? (part === null ? null : { part });
  if (isKnown(code)) return { ok: false, code, ...(detail ? { detail: { ...detail } } : {}) };
  console.error(error);
  return { ok: false, code: 'failed' };
}

/** Runs `work`; what it throws becomes a failure with a code. */
export async function attempt<T>(work: () => Promise<Done<T>>): Promise<Done<T>> {
  try {
    return await work();
  } catch (error) {
    return failureOf(error);
  }
}

/** Waits for work that nothing depends on; what goes wrong is logged. */
export async function note(what: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    console.error(what, error);
  }
}
