import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { KnownPaths } from '#main/services/files/known-paths.ts';
import type { Client } from '#main/services/vault/vault-client.ts';
import type { Vault } from '#main/vault/vault.ts';
import type { Dialogs } from '#main/services/files/dialogs.ts';
import { writePdf } from '#main/services/report/write-pdf.ts';
import { SLICE_BYTES } from '#contract/methods.ts';
import { ServiceError } from '#main/services/service-error.ts';
import type { HandlersOf } from '../register.ts';

/** First bytes of an archive with files in it (APPNOTE 4.3.7). */
const ZIP = Buffer.from('PK\u0003\u0004');

async function isZip(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) throw new ServiceError('file-unreadable', 'The file cannot be opened');
  try {
    const head = Buffer.alloc(ZIP.length);
    await file.read(head, 0, head.length, 0);
    return head.equals(ZIP);
  } finally {
    await file.close();
  }
}

/** Data in other programs' formats. `paths.wrote` is told every file that was written. */
export function exportHandlers(
  vault: Client<Vault>,
  dialogs: Pick<Dialogs, 'saveFile' | 'openFiles'>,
  paths: { readonly known: Pick<KnownPaths, 'require'>; wrote(path: string): void },
): HandlersOf<'export'> {
  return {
    async 'export.bag'({ suggestedName, ...bag }) {
      const path = await dialogs.saveFile(suggestedName, 'zip');
      if (path === null) return { path, bytes: 0 };
      const { bytes } = await vault.call('writeBag', { ...bag, path });
      paths.wrote(path);
      return { path, bytes };
    },
    async 'export.checkBag'({ path }) {
      paths.known.require(path);
      if (!(await isZip(path))) return { bag: null };
      const { problems, ...bag } = await vault.call('checkBag', { path });
      return { bag: { ...bag, problems: [...problems] } };
    },
    async 'export.text'({ suggestedName, ending, slices }) {
      if (slices.some(({ length }) => length > SLICE_BYTES)) {
        throw new ServiceError('bad-request', `A slice holds at most ${SLICE_BYTES} bytes`);
      }
      const content = Buffer.concat(slices);
      const sha256 = createHash('sha256').update(content).digest('hex');
      const path = await dialogs.saveFile(suggestedName, ending);
      if (path !== null) {
        await writePdf(path, content);
        paths.wrote(path);
      }
      return { path, bytes: content.length, sha256 };
    },
    async 'export.pick'({ what }) {
      const [path = null] = await dialogs.openFiles(what);
      return { path };
    },
  };
}
