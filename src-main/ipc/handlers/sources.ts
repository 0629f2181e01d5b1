import type { Client } from '#main/services/vault/vault-client.ts';
import type { Vault } from '#main/vault/vault.ts';
import type { HandlersOf } from '../register.ts';

/** Sealed records of our sources: the vault alone works on them. */
export const sourcesHandlers = (vault: Client<Vault>): HandlersOf<'sources'> => ({
  'sources.seal': (params) => vault.call('sealSource', params),
  'sources.open': (params) => vault.call('openSource', params),
});
