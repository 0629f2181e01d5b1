import { randomBytes, randomUUID } from 'node:crypto';
import type { SealedRecord, SourceRecord } from '#core/model/sealed-record.ts';
import { openJson, sealJson } from '../identity/sealed-json.ts';
import { type Cost, MAX_COST, passphraseKey, SALT_BYTES } from '../keys/passphrase-key.ts';
import { wipe } from '../keys/secret.ts';
import type { OpenCases } from '../open-cases.ts';
import { VaultError } from '../vault-error.ts';

type OfCase = { readonly caseId: string };

/** True names and contacts of sources, under passphrases of their own; the case must be unlocked. */
export type SourceRecords = {
  /** Seals a record, or what is left unsaid of `previous`; throws `wrong-record-passphrase`. */
  sealSource(
    input: OfCase & {
      readonly previous: SealedRecord | null;
      readonly passphrase: string;
      readonly newPassphrase: string | null;
      readonly record: SourceRecord | null;
    },
  ): Promise<SealedRecord>;
  /** Throws `wrong-record-passphrase` when the passphrase or the bytes are other ones. */
  openSource(
    input: OfCase & { readonly sealed: SealedRecord; readonly passphrase: string },
  ): Promise<SourceRecord>;
};

const FIELDS = ['name', 'contact', 'note'] as const;

function isRecord(value: unknown): value is SourceRecord {
  if (typeof value !== 'object' || value === null) return false;
  const held: Readonly<Record<string, unknown>> = { ...value };
  return FIELDS.every((field) => typeof held[field] === 'string');
}

const contextOf = (id: string): string => `touchstone-source-record/1:${id}`;

const wrong = (): VaultError =>
  new VaultError('wrong-record-passphrase', 'The passphrase does not open the sealed record');

async function seal(id: string, record: SourceRecord, passphrase: string, cost: Cost): Promise<SealedRecord> {
  const salt = randomBytes(SALT_BYTES);
  const key = await passphraseKey(passphrase, salt, cost);
  const { nonce, box } = sealJson(record, key, contextOf(id));
  wipe(key);
  return { id, kdf: 'argon2id13', ...cost, salt: salt.toString('base64'), nonce, box };
}

async function open(sealed: SealedRecord, passphrase: string): Promise<SourceRecord> {
  const { id, opslimit, memlimit, nonce, box } = sealed;
  const salt = Buffer.from(sealed.salt, 'base64');
  // A record that came with a file may ask for more than a laptop has.
  if (opslimit > MAX_COST.opslimit || memlimit > MAX_COST.memlimit || salt.length !== SALT_BYTES)
    throw wrong();
  const key = await passphraseKey(passphrase, salt, { opslimit, memlimit });
  const value = openJson({ nonce, box }, key, contextOf(id));
  wipe(key);
  if (!isRecord(value)) throw wrong();
  return value;
}

/** The records of the cases that are open; `cost`: of one guess at a new passphrase. */
export function createSourceRecords(cases: Pick<OpenCases, 'get'>, cost: Cost): SourceRecords {
  let queue: Promise<unknown> = Promise.resolve();
  /** One at a time: two Argon2 runs at once would take half a small laptop's memory. */
  const inTurn = <T>(caseId: string, work: () => Promise<T>): Promise<T> => {
    const result = queue.then(async () => {
      cases.get(caseId);
      const value = await work();
      // Locked while the key was being worked out: nobody may look any more.
      cases.get(caseId);
      return value;
    });
    queue = result.catch(() => undefined);
    return result;
  };
  return {
    sealSource: ({ caseId, previous, passphrase, newPassphrase, record }) =>
      inTurn(caseId, async () => {
        const held = previous && (await open(previous, passphrase));
        const next = record ?? held;
        if (!next) throw new VaultError('bad-request', 'There is nothing to seal');
        return seal(previous?.id ?? randomUUID(), next, newPassphrase ?? passphrase, cost);
      }),
    openSource: ({ caseId, sealed, passphrase }) => inTurn(caseId, () => open(sealed, passphrase)),
  };
}
