import { StorageError } from '#core/ports/case-storage.ts';
import type { Done } from '#core/ports/workbench.ts';
import { HostError } from '#renderer/platform/host.ts';

export const done = <T>(value: T): Done<T> => ({ ok: true, value });
export const failed = (code: string, detail?: Record<string, string | number>): Done<never> => ({
  ok: false,
  code,
  ...(detail ? { detail } : {}),
});

/** A failure with a code the person's words are found under. */
export function failureOf(error: unknown): Done<never> {
  if (error instanceof HostError || error instanceof StorageError) return failed(error.code);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return failed(error.code);
  console.error(error);
  return failed('failed');
}

/** Runs `work`; what it throws becomes a failure with a code. */
export async function attempt<T>(work: () => Promise<Done<T>>): Promise<Done<T>> {
  try {
    return await work();
  } catch (error) {
    return failureOf(error);
  }
}
