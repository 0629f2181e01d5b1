import { basename } from 'node:path';
import type { Dialogs } from '#main/services/files/dialogs.ts';
import { mediaTypeOf } from '#main/services/files/media-type.ts';
import type { Client } from '#main/services/vault/vault-client.ts';
import type { VaultCalls } from '#main/vault/messages.ts';
import type { Handlers } from '../register.ts';

type Evidence = Pick<
  Handlers,
  | 'evidence.pick'
  | 'evidence.store'
  | 'evidence.begin'
  | 'evidence.slice'
  | 'evidence.end'
  | 'evidence.cancel'
  | 'evidence.sweep'
>;

/** Sealed evidence files. Bytes go from a path, or in slices, to the vault and nowhere else. */
export function evidenceHandlers(vault: Client<VaultCalls>, dialogs: Dialogs): Evidence {
  const names = new Map<string, { name: string; mediaType: string }>();
  return {
    'evidence.pick': async () => ({ paths: await dialogs.openFiles('evidence') }),
    async 'evidence.store'({ caseId, jobId, path }) {
      const { head, ...sealed } = await vault.call('store', { caseId, jobId, path });
      const name = basename(path);
      return { ...sealed, name, mediaType: mediaTypeOf(name, head) };
    },
    async 'evidence.begin'({ caseId, jobId, name, mediaType, size }) {
      await vault.call('begin', { caseId, jobId, size });
      names.set(jobId, { name, mediaType });
      return null;
    },
    'evidence.slice': ({ jobId, bytes }) => vault.call('slice', { jobId, bytes }),
    async 'evidence.end'({ jobId }) {
      const { head, ...sealed } = await vault.call('end', { jobId });
      const { name, mediaType } = names.get(jobId) ?? { name: '', mediaType: '' };
      names.delete(jobId);
      const found = mediaTypeOf(name, head);
      const known = found === 'application/octet-stream' && mediaType ? mediaType : found;
      return { ...sealed, name, mediaType: known, modified: null };
    },
    'evidence.cancel': async ({ jobId }) => {
      names.delete(jobId);
      return vault.call('cancel', { jobId });
    },
    'evidence.sweep': ({ caseId, keep }) => vault.call('sweep', { caseId, keep }),
  };
}
