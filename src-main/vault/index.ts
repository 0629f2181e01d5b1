import { answerRequest } from './answer.ts';
import type { VaultReply, VaultRequest } from './messages.ts';
import { createVault } from './vault.ts';

/** What Electron gives a utility process to talk to the main process. */
type ParentPort = {
  postMessage(message: VaultReply): void;
  on(event: 'message', listener: (event: { data: VaultRequest }) => void): void;
};

const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort };
const [folder] = process.argv.slice(2);
if (!parentPort || !folder)
  throw new Error('The vault runs as a utility process, given the folder of the cases.');

const vault = createVault({ folder, onProgress: (progress) => parentPort.postMessage({ progress }) });

parentPort.on('message', ({ data }) => {
  void answerRequest(vault, data).then((reply) => parentPort.postMessage(reply));
});
