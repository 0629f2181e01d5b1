import type { TypesetFolders } from './compile.ts';
import { type Typeset, typeset, type TypesetInput } from './typeset.ts';

/** What the report process answers. */
export type ReportAnswer =
  | ({ readonly ok: true } & Typeset)
  | { readonly ok: false; readonly message: string };

/** What Electron gives a utility process to talk to the main process. */
type ParentPort = {
  postMessage(message: ReportAnswer): void;
  on(event: 'message', listener: (event: { data: TypesetInput }) => void): void;
};

const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort };
const [templates, fonts] = process.argv.slice(2);
if (!parentPort || !templates || !fonts) {
  throw new Error('Reports are typeset in a utility process, given the folders of templates and fonts.');
}
const folders: TypesetFolders = { templates, fonts };

function answer(input: TypesetInput): ReportAnswer {
  try {
    return { ok: true, ...typeset(input, folders) };
  } catch (error) {
    return {
      ok: false,
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

parentPort.on('message', ({ data }) => parentPort.postMessage(answer(data)));
