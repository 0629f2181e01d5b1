import type { VaultReply, VaultRequest } from './messages.ts';
import type { Vault } from './vault.ts';
import { RefusedFile } from './project-file/refusal.ts';
import { VaultError } from './vault-error.ts';

/** Runs one call and puts its outcome in words that cross the process border. */
export async function answerRequest(vault: Vault, { id, call, params }: VaultRequest): Promise<VaultReply> {
  try {
    if (!Object.hasOwn(vault, call)) throw new VaultError('bad-request', 'The vault knows no such call');
    // Only the main process can send here, typed by the same `Vault`.
    const run = vault[call] as (params: unknown) => Promise<unknown>;
    return { id, ok: true, value: await run(params) };
  } catch (error) {
    if (error instanceof VaultError) {
      const part = error instanceof RefusedFile ? error.part : null;
      return { id, ok: false, code: error.code, message: error.message, ...(part === null ? {} : { part }) };
    }
    // The stack's first line may quote a path; its frames say enough.
    const frames =
      error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
    return { id, ok: false, code: 'failed', message: `The vault failed in ${call}\n${frames.join('\n')}` };
  }
}
