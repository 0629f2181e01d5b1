import type { Sealed } from './sealer.ts';

/** A keychain secret as it goes over the wire. */
export type KeychainSecretMessage = { readonly secret: Uint8Array; readonly sealed: string };

/** What the main process asks of the vault process: parameters and result of each call. */
export type VaultCalls = {
  create: {
    params: { caseId: string; passphrase: string | null; keychain: KeychainSecretMessage | null };
    result: { key: Uint8Array };
  };
  unlock: {
    params: { caseId: string; passphrase: string } | { caseId: string; secret: Uint8Array };
    result: { key: Uint8Array };
  };
  describe: {
    params: { caseId: string };
    result: { passphrase: boolean; keychain: boolean; sealedSecret: string | null };
  };
  lock: { params: null; result: null };
  destroy: { params: { caseId: string }; result: null };
  store: {
    params: { caseId: string; jobId: string; path: string };
    result: Sealed & { modified: string; head: Uint8Array };
  };
  begin: { params: { caseId: string; jobId: string; size: number }; result: null };
  slice: { params: { jobId: string; bytes: Uint8Array }; result: null };
  end: { params: { jobId: string }; result: Sealed & { head: Uint8Array } };
  cancel: { params: { jobId: string }; result: null };
  sweep: { params: { caseId: string; keep: readonly string[] }; result: { removed: number } };
  stat: { params: { caseId: string; blob: string }; result: { size: number } };
  read: {
    params: { caseId: string; blob: string; start: number; end: number };
    result: { bytes: Uint8Array };
  };
};

export type VaultCall = keyof VaultCalls;
export type VaultParams<C extends VaultCall> = VaultCalls[C]['params'];
export type VaultResult<C extends VaultCall> = VaultCalls[C]['result'];

export type VaultRequest = { readonly id: number; readonly call: VaultCall; readonly params: unknown };
export type VaultReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly code: string; readonly message: string }
  | { readonly progress: { readonly jobId: string; readonly done: number; readonly total: number } };
