import type { VaultCall, VaultReply, VaultRequest } from './messages.ts';
import { createVault } from './vault.ts';
import { VaultError } from './vault-error.ts';

/** What Electron gives a utility process to talk to the main process. */
type ParentPort = {
  postMessage(message: VaultReply): void;
  on(event: 'message', listener: (event: { data: VaultRequest }) => void): void;
};

const PROGRESS_EVERY_MS = 100;
const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort };
const [folder] = process.argv.slice(2);
if (!parentPort || !folder)
  throw new Error('The vault runs as a utility process, given the folder of the cases.');

const lastTold = new Map<string, number>();
function tell(jobId: string, done: number, total: number): void {
  const now = Date.now();
  if (done < total && now - (lastTold.get(jobId) ?? 0) < PROGRESS_EVERY_MS) return;
  lastTold.set(jobId, now);
  if (done >= total) lastTold.delete(jobId);
  parentPort?.postMessage({ progress: { jobId, done, total } });
}

const vault = createVault(folder, tell);

async function answer({ id, call, params }: VaultRequest): Promise<VaultReply> {
  try {
    // The main process is the only one who can send here, typed by the same table.
    const run = vault[call] as (params: unknown) => Promise<unknown>;
    return { id, ok: true, value: await run(params) };
  } catch (error) {
    const code = error instanceof VaultError ? error.code : 'failed';
    return { id, ok: false, code, message: error instanceof Error ? error.message : String(error) };
  }
}

const isCall = (call: string): call is VaultCall => Object.hasOwn(vault, call);

parentPort.on('message', ({ data }) => {
  if (!isCall(data.call)) throw new Error(`The vault knows no call ${String(data.call)}.`);
  void answer(data).then((reply) => parentPort.postMessage(reply));
});
