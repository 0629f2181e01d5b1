import { open } from 'node:fs/promises';
import type { KnownPaths } from '#main/services/files/known-paths.ts';
import { isWordHead, WORD_HEAD_BYTES } from '#core/exchange/verify/word-head.ts';
import type { LeftFile } from '#core/ports/finished-file.ts';
import type { Client } from '#main/services/vault/vault-client.ts';
import type { Vault } from '#main/vault/vault.ts';
import type { Dialogs } from '#main/services/files/dialogs.ts';
import { leave, type LeavingFile } from '#main/services/export/leave.ts';
import { writeNew } from '#main/services/files/write-whole.ts';
import type { CheckLeaks } from '#main/services/leak-check/checking.ts';
import { SLICE_BYTES } from '#contract/methods.ts';
import { ServiceError } from '#main/services/service-error.ts';
import type { HandlersOf } from '../register.ts';

/** First bytes of an archive with files in it (APPNOTE 4.3.7). */
const ZIP = Buffer.from('PK\u0003\u0004');

/** Whether a file may be a bag: an archive, and no Word document. */
async function mayBeBag(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) throw new ServiceError('file-unreadable', 'The file cannot be opened');
  try {
    const head = Buffer.alloc(WORD_HEAD_BYTES);
    await file.read(head, 0, head.length, 0);
    return head.subarray(0, ZIP.length).equals(ZIP) && !isWordHead(head);
  } finally {
    await file.close();
  }
}

/** Data in other programs' formats, each finished file checked. `parts.wrote` is told every file that was written. */
export function exportHandlers(
  vault: Client<Vault>,
  dialogs: Pick<Dialogs, 'saveFile' | 'openFiles'>,
  parts: {
    readonly known: Pick<KnownPaths, 'require'>;
    wrote(path: string): void;
    readonly check: CheckLeaks;
  },
): HandlersOf<'export'> {
  async function left(leaving: LeavingFile, signal: AbortSignal): Promise<{ file: LeftFile }> {
    const file = await leave(leaving, parts.check, signal);
    parts.wrote(file.path);
    return { file };
  }
  return {
    async 'export.bag'({ suggestedName, guard, ...bag }) {
      const path = await dialogs.saveFile(suggestedName, 'zip');
      if (path === null) return { file: null, leftOut: [] };
      let leftOut: readonly string[] = [];
      const make = async (temporary: string): Promise<void> => {
        ({ leftOut } = await vault.call('writeBag', { ...bag, path: temporary }));
      };
      const { file } = await left({ path, make, guard }, new AbortController().signal);
      return { file, leftOut: [...leftOut] };
    },
    async 'export.checkBag'({ path }) {
      parts.known.require(path);
      if (!(await mayBeBag(path))) return { bag: null };
      const { problems, ...bag } = await vault.call('checkBag', { path });
      return { bag: { ...bag, problems: [...problems] } };
    },
    async 'export.text'({ suggestedName, ending, slices, guard }) {
      if (slices.some(({ length }) => length > SLICE_BYTES)) {
        throw new ServiceError('bad-request', `A slice holds at most ${SLICE_BYTES} bytes`);
      }
      const content = Buffer.concat(slices);
      const path = await dialogs.saveFile(suggestedName, ending);
      if (path === null) return { file: null };
      const make = (temporary: string): Promise<void> => writeNew(temporary, content);
      return left({ path, make, guard }, new AbortController().signal);
    },
    async 'export.pick'({ what }) {
      const [path = null] = await dialogs.openFiles(what);
      return { path };
    },
  };
}
