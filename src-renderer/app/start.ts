import type { Workbench } from '#core/ports/workbench.ts';
import { createHost, type Host } from '#renderer/platform/host.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { type Catalogue, openCatalogue } from '#renderer/storage/catalogue.ts';
import { readAhead } from '#renderer/storage/read-ahead.ts';
import { checkInWorker } from './checking.ts';
import { deleteCase } from './delete-case.ts';
import { Failure, failureOf } from './failures.ts';
import { windowPulse } from './idle-pulse.ts';
import { listen } from './listening.ts';
import { openUnlocked } from './opening.ts';
import type { Parts } from './parts.ts';
import { readFactsInWorker } from './facts-worker.ts';
import { leavingInWorker } from './leaving-worker.ts';
import { journalsInWorker } from './project/journal-worker.ts';
import { proposeInWorker } from './propose-worker.ts';
import { readInWorker } from './reading-worker.ts';
import { createSearching, searchWorker } from './searching.ts';
import { lookOf } from './look-of.ts';
import { makeThumbnail } from './thumbnails.ts';
import { createWorkbench } from './workbench.ts';

/** Storage that the browser may clear under pressure is no place for casework. */
async function requireLastingStorage(): Promise<void> {
  if (await navigator.storage.persisted()) return;
  if (await navigator.storage.persist()) return;
  throw new Failure('storage-not-lasting', 'The system did not grant lasting storage.');
}

/** Opened at the first use, so that a failure is a refusal the window can show. */
function lateCatalogue(): Catalogue {
  let opening: Promise<Catalogue> | null = null;
  const opened = (): Promise<Catalogue> => (opening ??= openCatalogue());
  return {
    list: async () => (await opened()).list(),
    touch: async (id) => (await opened()).touch(id),
    remove: async (id) => (await opened()).remove(id),
  };
}

const partsOf = (host: Host): Parts => ({
  host,
  catalogue: lateCatalogue(),
  readAhead,
  openCase: openUnlocked,
  deleteCase,
  makeThumbnail,
  lookOf,
  checkCase: checkInWorker,
  leaving: leavingInWorker,
  readPacked: readInWorker,
  readFacts: readFactsInWorker,
  propose: proposeInWorker,
  journals: journalsInWorker,
  search: createSearching(searchWorker).search,
  now: () => Date.now(),
  idlePulse: windowPulse,
});

/** Starts the workbench of this window: what it shows stands in the stores. */
export async function startWorkbench(): Promise<Workbench> {
  const bridge = window.touchstone;
  if (!bridge) throw new Error('This page runs in Touchstone only.');
  const host = createHost(bridge);
  const workbench = createWorkbench(partsOf(host));
  listen(host, workbench);
  try {
    // Both at once; nothing is written before a case is made or opened by hand.
    await Promise.all([requireLastingStorage(), workbench.start()]);
  } catch (error) {
    useSession.setState({ phase: 'refused', refusal: failureOf(error).code });
  }
  return workbench;
}
