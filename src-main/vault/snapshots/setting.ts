import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Disk } from '../files/disk.ts';
import { systemCode } from '../files/system-errors.ts';
import { writeWhole } from '../files/write-whole.ts';
import { openJson, sealJson } from '../identity/sealed-json.ts';
import type { OpenCase } from '../open-cases.ts';

/**
 * Where the snapshots of a case go and how they are sealed (docs/adr/0013). It lies beside the
 * keyring, sealed under the case key: it holds what opens the snapshots, so that they can be
 * written without asking.
 */
const SETTING = v.object({
  /** Names the files of this case on this laptop; random, so that a name tells nothing. */
  fileId: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  folder: v.string(),
  protection: v.union([
    v.object({ passphrase: v.string(), workFactor: v.number() }),
    v.object({ recipients: v.array(v.string()) }),
  ]),
  /** Whether the evidence goes into them. */
  evidence: v.boolean(),
  /** The last one written; `mark` names the state of the history it holds. Times in milliseconds since 1970. */
  last: v.nullable(v.object({ at: v.number(), bytes: v.number(), mark: v.string() })),
  /** Set when the last try failed. */
  failed: v.nullable(v.object({ at: v.number(), code: v.string() })),
  /** What was written before holds what was purged since: the next one takes its place. */
  replaceAll: v.boolean(),
});

export type KeptSetting = v.InferOutput<typeof SETTING>;

const FILE = 'kept-snapshots.json';
const CONTEXT = 'touchstone-kept-snapshots';

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
  const sealed = v.safeParse(v.object({ nonce: v.string(), box: v.string() }), parsed(text));
  const setting = sealed.success ? v.safeParse(SETTING, openJson(sealed.output, key, CONTEXT)) : null;
  return setting?.success ? setting.output : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
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
