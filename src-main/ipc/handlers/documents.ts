import { DOCUMENT_BYTES } from '#contract/methods.ts';
import type { Dialogs } from '#main/services/files/dialogs.ts';
import { readDocument } from '#main/services/files/read-document.ts';
import { readSample } from '#main/services/sample/read-sample.ts';
import type { Handlers } from '../register.ts';

type Documents = Pick<Handlers, 'documents.pick' | 'documents.read' | 'sample.read'>;

/** Article files and the sample case. */
export const documentsHandlers = (dialogs: Dialogs, seedsFolder: string): Documents => ({
  'documents.pick': async () => ({ paths: await dialogs.openFiles('documents') }),
  'documents.read': ({ path }) => readDocument(path, DOCUMENT_BYTES),
  'sample.read': () => readSample(seedsFolder),
});
