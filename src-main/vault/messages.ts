import type { ProjectFileProgress } from './project-file/project-files.ts';
import type { Progress } from './evidence/progress.ts';
import type { Vault } from './vault.ts';

/** What the main process sends to the vault process: one call of a {@link Vault}. */
export type VaultRequest = { readonly id: number; readonly call: keyof Vault; readonly params: unknown };

/** What it gets back: the answer to one call, or how far a job is. */
export type VaultReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      readonly part?: string;
    }
  | { readonly progress: Progress | ProjectFileProgress };
