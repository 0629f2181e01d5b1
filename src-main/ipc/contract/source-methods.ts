import * as v from 'valibot';
import { method } from './method.ts';
import { id, passphrase } from './shapes.ts';

const MOST_TEXT = 10_000;
const text = v.pipe(v.string(), v.maxLength(MOST_TEXT));
const base64 = v.pipe(v.string(), v.maxLength(400_000));
const cost = v.pipe(v.number(), v.integer(), v.minValue(1));

/** The shape of `SourceRecord` in core/model/sealed-record.ts. */
const record = v.object({ name: text, contact: text, note: text });

/** The shape of `SealedRecord` there. */
const sealed = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  kdf: v.literal('argon2id13'),
  opslimit: cost,
  memlimit: cost,
  salt: base64,
  nonce: base64,
  box: base64,
});

/** True names and contacts of our sources, each under a passphrase of its own. */
export const SOURCE_METHODS = {
  /** Seals a record; `previous` is opened by the passphrase first. `record` null: its content stays. */
  'sources.seal': method(
    v.object({
      caseId: id,
      previous: v.nullable(sealed),
      passphrase,
      newPassphrase: v.nullable(passphrase),
      record: v.nullable(record),
    }),
    sealed,
    ['wrong-record-passphrase', 'locked'],
  ),
  'sources.open': method(v.object({ caseId: id, sealed, passphrase }), record, [
    'wrong-record-passphrase',
    'locked',
  ]),
} as const;
