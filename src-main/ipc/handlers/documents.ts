import { DOCUMENT_BYTES } from '#contract/methods.ts';
import type { Dialogs } from '#main/services/files/dialogs.ts';
import type { KnownPaths } from '#main/services/files/known-paths.ts';
import { readDocument } from '#main/services/files/read-document.ts';
import { readSample } from '#main/services/sample/read-sample.ts';
import type { Handlers } from '../register.ts';

type Documents = Pick<Handlers, 'documents.pick' | 'documents.read' | 'sample.read'>;

/** Article files and the sample case. */
export const documentsHandlers = (
  dialogs: Dialogs,
  known: Pick<KnownPaths, 'require'>,
  seedsFolder: string,
): Documents => ({
  'documents.pick': async () => ({ paths: await dialogs.openFiles('documents') }),
  async 'documents.read'({ path }) {
    known.require(path);
    return readDocument(path, DOCUMENT_BYTES);
  },
  'sample.read': () => readSample(seedsFolder),
});
