import { SLICE_BYTES } from '#contract/methods.ts';
import type { Dialogs } from '#main/services/files/dialogs.ts';
import type { KnownPaths } from '#main/services/files/known-paths.ts';
import type { OutsideCopies } from '#main/services/outside/outside-copies.ts';
import { ServiceError } from '#main/services/service-error.ts';
import type { Client } from '#main/services/vault/vault-client.ts';
import type { Vault } from '#main/vault/vault.ts';
import type { HandlersOf } from '../register.ts';

/** Sealed evidence files. Bytes go from a path, or in slices, to the vault and nowhere else. */
export const evidenceHandlers = (
  vault: Client<Vault>,
  dialogs: Dialogs,
  known: Pick<KnownPaths, 'require'>,
  outside: Pick<OutsideCopies, 'open'>,
): HandlersOf<'evidence'> => ({
  'evidence.pick': async () => ({ paths: await dialogs.openFiles('evidence') }),
  async 'evidence.store'(params) {
    known.require(params.path);
    return vault.call('store', params);
  },
  'evidence.begin': (params) => vault.call('begin', params),
  async 'evidence.slice'(params) {
    if (params.bytes.length > SLICE_BYTES)
      throw new ServiceError('bad-request', `A slice holds at most ${SLICE_BYTES} bytes`);
    return vault.call('slice', params);
  },
  'evidence.end': (params) => vault.call('end', params),
  'evidence.check': (params) => vault.call('check', params),
  'evidence.missing': (params) => vault.call('missing', params),
  'evidence.quarantined': (params) => vault.call('quarantined', params),
  async 'evidence.openOutside'(params) {
    await outside.open(params);
    return null;
  },
  'evidence.cancel': (params) => vault.call('cancel', params),
  'evidence.erase': (params) => vault.call('erase', params),
  'evidence.sweep': (params) => vault.call('sweep', params),
});
