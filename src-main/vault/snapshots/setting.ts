import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import type { Disk } from '../files/disk.ts';
import { systemCode } from '../files/system-errors.ts';
import { writeWhole } from '../files/write-whole.ts';
import { openJson, type SealedJson, sealJson } from '../identity/sealed-json.ts';
import type { OpenCase } from '../open-cases.ts';

type KeptProtection =
  | { readonly passphrase: string; readonly workFactor: number }
  | { readonly recipients: readonly string[] };

/** A snapshot that was written from here: what it is known by, and what opens it. */
export type WrittenFile = {
  readonly folder: string;
  readonly name: string;
  /** SHA-256 of its age header and nonce, hex. */
  readonly head: string;
  readonly protection: KeptProtection;
};

/**
 * Where the snapshots of a case go and how they are sealed (docs/adr/0013). It lies beside the
 * keyring, sealed under the case key: it holds what opens the snapshots, so that they can be
 * written without asking.
 */
export type KeptSetting = {
  /** Names the files of this case on this laptop: 16 hex digits, random, so that a name tells nothing. */
  readonly fileId: string;
  readonly folder: string;
  readonly protection: KeptProtection;
  /** None are written any more; what was written is remembered, for a purge must reach it. */
  readonly off?: boolean;
  /** Whether the evidence goes into them. */
  readonly evidence: boolean;
  /** The last one written; `mark` names the state of the history it holds. Times in milliseconds since 1970. */
  readonly last: { readonly at: number; readonly bytes: number; readonly mark: string } | null;
  /** Set when the last try failed. */
  readonly failed: { readonly at: number; readonly code: string } | null;
  /** The disk the last one was written to (`stat`'s device), to tell a stick from its empty mount point. */
  readonly device?: number | null;
  /** What was written and not removed since, the oldest first. */
  readonly written?: readonly WrittenFile[];
  /** Folders chosen before this one, with snapshots of this case. */
  readonly earlier?: readonly string[];
  /** Folders among those that could not be reached when all snapshots had to go. */
  readonly eraseEarlier?: readonly string[];
  /** What was written before holds what was purged since: the next one takes its place. */
  readonly replaceAll: boolean;
};

const FILE = 'kept-snapshots.json';
/** A new form of the setting gets a new number; the old one then counts as none. */
const CONTEXT = 'touchstone-kept-snapshots-1';

const keyFor = ({ keys }: OpenCase): Buffer =>
  Buffer.from(hkdfSync('sha256', keys.caseKey, Buffer.alloc(0), CONTEXT, 32));
const pathFor = ({ folder }: OpenCase): string => join(folder, '..', FILE);

/** The setting of an unlocked case, or null when there is none or it is damaged. */
export async function readSetting(disk: Disk, opened: OpenCase): Promise<KeptSetting | null> {
  const key = keyFor(opened);
  let text: string;
  try {
    text = await disk.readFile(pathFor(opened), 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
  const sealed = sealedIn(text);
  // The seal vouches for the form: only this program writes it, and the context names its version.
  return sealed && (openJson(sealed, key, CONTEXT) as KeptSetting | null);
}

function sealedIn(text: string): SealedJson | null {
  try {
    const { nonce, box } = JSON.parse(text) as Record<string, unknown>;
    return typeof nonce === 'string' && typeof box === 'string' ? { nonce, box } : null;
  } catch {
    return null;
  }
}

/** Throws VaultErrors `disk-full` and `write-failed`; then the old setting stands. */
export async function writeSetting(disk: Disk, opened: OpenCase, setting: KeptSetting): Promise<void> {
  const sealed = sealJson(setting, keyFor(opened), CONTEXT);
  await writeWhole(disk, pathFor(opened), Buffer.from(JSON.stringify(sealed)));
}

export async function removeSetting(disk: Disk, opened: OpenCase): Promise<void> {
  await disk.rm(pathFor(opened), { force: true });
}
