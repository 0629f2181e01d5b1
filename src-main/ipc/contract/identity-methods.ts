import * as v from 'valibot';
import { method } from './method.ts';
import { count, id, nothing, path, sha256 } from './shapes.ts';

const none = v.object({});
const passphrase = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));
const name = v.pipe(v.string(), v.maxLength(1000));
const recipient = v.pipe(v.string(), v.maxLength(1000));
const signingKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/));

/** Core's `Self`: what of a person's identity is public. */
const self = v.object({ alias: v.string(), recipient: v.string(), signingKey });

const newColleague = v.object({ name, recipient, signingKey: v.nullable(signingKey) });
const colleagues = v.object({
  colleagues: v.array(
    v.object({
      name: v.string(),
      recipient: v.string(),
      signingKey: v.nullable(signingKey),
      /** ISO 8601, UTC. */
      added: v.string(),
    }),
  ),
});

/** By a passphrase, by the OS keychain, or by each. */
const protection = { passphrase: v.nullable(passphrase), keychain: v.boolean() };

const WRITE_ERRORS = ['disk-full', 'write-failed'] as const;
const PROTECT_ERRORS = ['no-protection', 'keychain-unavailable', ...WRITE_ERRORS] as const;
const READ_ERRORS = ['file-missing', 'file-unreadable', 'file-too-large', 'not-a-file'] as const;
const CHANGE_ERRORS = ['identity-locked', ...WRITE_ERRORS] as const;
const NAME_ERRORS = ['name-empty', 'name-taken'] as const;
const KEY_ERRORS = ['key-unreadable', 'key-secret', 'key-own', 'colleague-known'] as const;

/** The person's identity and their colleagues. Secret keys stay in the vault. */
export const IDENTITY_METHODS = {
  'identity.describe': method(
    none,
    v.object({
      state: v.picklist(['none', 'locked', 'open']),
      passphrase: v.boolean(),
      keychain: v.boolean(),
      /** Null unless `open`. */
      self: v.nullable(self),
    }),
    ['identity-damaged'],
  ),
  'identity.create': method(v.object({ alias: name, ...protection }), self, [
    'name-empty',
    'identity-exists',
    'identity-damaged',
    ...PROTECT_ERRORS,
  ]),
  /** `passphrase` null means by the OS keychain. */
  'identity.unlock': method(v.object({ passphrase: v.nullable(passphrase) }), self, [
    'wrong-passphrase',
    'keychain-unavailable',
    'keyring-damaged',
    'no-identity',
    'identity-damaged',
  ]),
  'identity.changeAlias': method(v.object({ alias: name }), self, ['name-empty', ...CHANGE_ERRORS]),
  /** Destroys the keys and the colleagues' list of this laptop. */
  'identity.destroy': method(none, nothing, WRITE_ERRORS),
  /** The person's signature that an actor of a case is them: for the journal's `actor` item. */
  'identity.vouch': method(v.object({ caseId: id, actor: id }), v.object({ signingKey, vouch: v.string() }), [
    'identity-locked',
  ]),
  /** The person's signature under the integrity page of a report: its day and the ends of the chains. */
  'identity.signReport': method(
    v.object({
      asOf: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)),
      heads: v.array(v.object({ entries: count, hash: sha256 })),
    }),
    v.object({ publicKey: signingKey, value: v.string() }),
    ['identity-locked'],
  ),
  /** Asks where to and writes an age file under the passphrase. `path` null: the person changed their mind. */
  'identity.backup': method(
    v.object({ passphrase, suggestedName: name }),
    v.object({ path: v.nullable(path) }),
    CHANGE_ERRORS,
  ),
  'identity.pickBackup': method(none, v.object({ path: v.nullable(path) }), []),
  /** `replace`: an identity that is here goes. */
  'identity.restore': method(
    v.object({ path, backupPassphrase: passphrase, ...protection, replace: v.boolean() }),
    self,
    [
      'not-a-backup',
      'wrong-passphrase',
      'backup-damaged',
      'identity-exists',
      'identity-damaged',
      ...READ_ERRORS,
      ...PROTECT_ERRORS,
    ],
  ),
  /** Asks where to and writes the person's card. */
  'identity.exportCard': method(
    v.object({ suggestedName: name }),
    v.object({ path: v.nullable(path) }),
    CHANGE_ERRORS,
  ),

  'colleagues.list': method(none, colleagues, ['identity-locked']),
  'colleagues.add': method(newColleague, colleagues, [...KEY_ERRORS, ...NAME_ERRORS, ...CHANGE_ERRORS]),
  'colleagues.rename': method(v.object({ recipient, name }), colleagues, [...NAME_ERRORS, ...CHANGE_ERRORS]),
  'colleagues.remove': method(v.object({ recipient }), colleagues, CHANGE_ERRORS),
  /** Lets the person choose a card and reads it; nothing is added yet. */
  'colleagues.openCard': method(none, v.object({ card: v.nullable(newColleague) }), [
    'card-unreadable',
    'card-newer',
    'card-forged',
    'key-secret',
    ...READ_ERRORS,
  ]),
} as const;
