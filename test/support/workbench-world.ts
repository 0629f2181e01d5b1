import { leavingFlow, leavingText } from '#core/exchange/leaving-export.ts';
import { leavingReport } from '#core/report/leaving-report.ts';
import { docxFile } from '#renderer/workers/word/docx-file.ts';
import { readDrafts } from '#core/proposing/read-drafts.ts';
import { mergeCopy } from '#core/merge/merge-copy.ts';
import { previewPurge, purgeCopy } from '#core/merge/purge-copy.ts';
import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { stateOf } from '#core/model/case-state.ts';
import { checkCase } from '#core/integrity/check-case.ts';
import { ENTROPY, OpenCase } from '#renderer/app/open-case.ts';
import type { Parts } from '#renderer/app/parts.ts';
import { readPackedBytes } from '#renderer/importers/read-packed.ts';
import { createWorkbench, type StartableWorkbench } from '#renderer/app/workbench.ts';
import { CLOSED_CASE, useCase } from '#renderer/state/case-store.ts';
import { useJobs } from '#renderer/state/jobs-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import type { Catalogue } from '#renderer/storage/catalogue.ts';
import { HostError } from '#renderer/platform/host.ts';
import { type FakeHost, fakeHost, type Stubs } from './fake-host.ts';
import { type MemoryStorage, memoryStorage } from './memory-storage.ts';

const seed = (file: string): string => readFileSync(join(process.cwd(), 'seeds/deir-ezzor', file), 'utf8');

type Keyring = { readonly key: Uint8Array; readonly passphrase: string | null; readonly keychain: boolean };

/** Keys as the vault keeps them, without its work on passphrases. */
function keyStubs(keyrings: Map<string, Keyring>): Stubs {
  const ringOf = (caseId: string): Keyring => {
    const ring = keyrings.get(caseId);
    if (!ring) throw new HostError('no-such-case', caseId);
    return ring;
  };
  return {
    'keys.create': ({ caseId, passphrase, keychain }) => {
      if (passphrase === null && !keychain) throw new HostError('no-protection', '');
      const key = new Uint8Array(randomBytes(32));
      keyrings.set(caseId, { key, passphrase, keychain });
      return { key: key.slice() };
    },
    'keys.unlock': ({ caseId, passphrase }) => {
      const ring = ringOf(caseId);
      if (passphrase !== ring.passphrase) throw new HostError('wrong-passphrase', '');
      return { key: ring.key.slice() };
    },
    'keys.describe': ({ caseId }) => {
      const { passphrase, keychain } = ringOf(caseId);
      return { passphrase: passphrase !== null, keychain };
    },
    'keys.finish': () => null,
    'keys.sweepUnfinished': () => ({ caseIds: [] }),
    'keys.list': () => ({ caseIds: [...keyrings.keys()] }),
    'keys.lock': () => null,
    'keys.letGo': () => null,
    'keys.destroy': ({ caseId }) => {
      ringOf(caseId);
      keyrings.delete(caseId);
      return null;
    },
  };
}

/** Cases listed in memory. */
function memoryCatalogue(): Catalogue & { readonly ids: string[] } {
  const ids: string[] = [];
  const drop = (id: string): void => {
    if (ids.includes(id)) ids.splice(ids.indexOf(id), 1);
  };
  return {
    ids,
    list: async () => [...ids],
    async touch(id) {
      drop(id);
      ids.unshift(id);
    },
    remove: async (id) => drop(id),
  };
}

export type World = {
  readonly workbench: StartableWorkbench;
  readonly host: FakeHost;
  readonly catalogue: Catalogue & { readonly ids: string[] };
  readonly keyrings: Map<string, Keyring>;
  /** Stores of the cases made so far, by case id. */
  readonly stores: Map<string, MemoryStorage>;
  /** Names of the host's methods called so far. */
  called(): string[];
};

/** A workbench over stores in memory and a host that answers as a healthy one does. */
export function workbenchWorld(stubs: Stubs = {}, parts: Partial<Parts> = {}): World {
  useCase.setState(CLOSED_CASE);
  useSession.setState({ phase: 'starting', refusal: null, cases: [], caseId: null, freeBytes: null });
  useJobs.setState({ jobs: [] });
  const keyrings = new Map<string, Keyring>();
  const stores = new Map<string, MemoryStorage>();
  const catalogue = memoryCatalogue();
  const host = fakeHost({
    'app.info': () => ({ version: '1', platform: 'linux', locale: 'en', keychain: false, dataPath: '/data' }),
    'app.freeSpace': () => ({ bytes: 1_000_000_000 }),
    'app.setTitle': () => null,
    'project.asked': () => ({ path: null }),
    'sample.read': () => ({ article: seed('article.txt'), caseJson: seed('case.json') }),
    'evidence.sweep': () => ({ removed: 0 }),
    'evidence.missing': () => ({ sha256s: [] }),
    'evidence.quarantined': () => ({ sha256s: [] }),
    'identity.describe': () => ({ state: 'none', passphrase: false, keychain: false, self: null }),
    'snapshots.kept': () => null,
    'snapshots.eraseKept': () => ({ removed: 0, left: [] }),
    ...keyStubs(keyrings),
    ...stubs,
  });
  const workbench = createWorkbench({
    host,
    catalogue,
    async openCase(caseId, key) {
      key.fill(0);
      const fresh = { actor: crypto.randomUUID(), seen: {}, prev: null, at: null };
      const store = stores.get(caseId) ?? memoryStorage(fresh);
      stores.set(caseId, store);
      store.reopen();
      const { items, tip } = await store.load();
      return {
        caseId,
        open: new OpenCase(store, tip, stateOf(items)),
        rebuilt: false,
        release: async () => store.close(),
      };
    },
    async deleteCase(caseId) {
      stores.delete(caseId);
    },
    makeThumbnail: async () => null,
    lookOf: async () => null,
    checkCase: async (entries, rows) => checkCase(entries, rows),
    leaving: {
      report: async (given) => leavingReport(given),
      text: async (given, setup) => leavingText(given, setup),
      word: async (given, setup) => docxFile(leavingFlow(given, setup), setup.today),
    },
    journals: {
      merge: async (copy) => mergeCopy(copy, ENTROPY),
      previewPurge: async (copy) => previewPurge(copy, ENTROPY),
      purge: async (copy) => purgeCopy(copy, ENTROPY),
    },
    readFacts: () => Promise.reject(new Error('no facts are read in this test')),
    propose: async ({ text, within, published }) => readDrafts(text, within, published),
    readPacked: ({ format, name, bytes, tell }) => readPackedBytes(format, name, bytes, tell),
    search: async () => [],
    now: () => Date.now(),
    idlePulse: () => () => undefined,
    readAhead: () => ({ take: async () => null, drop: async () => undefined }),
    ...parts,
  });
  return {
    workbench,
    host,
    catalogue,
    keyrings,
    stores,
    called: () => host.calls.map(({ method }) => method),
  };
}

export const NEW_CASE = {
  title: 'Albu Kamal',
  alias: 'Anna Berg',
  passphrase: 'open sesame',
  keychain: false,
};

/** A started workbench with one new, open case. */
export async function openWorld(
  stubs: Stubs = {},
  parts: Partial<Parts> = {},
): Promise<World & { readonly caseId: string; readonly store: MemoryStorage }> {
  const world = workbenchWorld(stubs, parts);
  await world.workbench.start();
  const made = await world.workbench.createCase(NEW_CASE);
  if (!made.ok) throw new Error(`No case was made: ${made.code}`);
  const store = world.stores.get(made.value.caseId);
  if (!store) throw new Error('The case has no store.');
  return { ...world, caseId: made.value.caseId, store };
}
