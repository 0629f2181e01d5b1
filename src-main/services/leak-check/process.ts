import type { LeakQuestion } from './check-file.ts';
import type { LeakReport } from './leak.ts';

/** What the leak check answers. */
export type LeakAnswer =
  | { readonly ok: true; readonly report: LeakReport }
  | { readonly ok: false; readonly message: string };

/** What Electron gives a utility process to talk to the main process. */
type ParentPort = {
  postMessage(message: LeakAnswer): void;
  on(event: 'message', listener: (event: { data: LeakQuestion }) => void): void;
};

const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort };
if (!parentPort) throw new Error('Finished files are checked in a utility process.');

async function answer(question: LeakQuestion): Promise<LeakAnswer> {
  try {
    const { checkFile } = await import('./check-file.ts');
    return { ok: true, report: await checkFile(question) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort.on('message', ({ data }) => void answer(data).then((said) => parentPort.postMessage(said)));
