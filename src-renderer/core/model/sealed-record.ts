/** True name and contact of one of our sources: in the open only while somebody looks at it. */
export type SourceRecord = {
  readonly name: string;
  readonly contact: string;
  readonly note: string;
};

/**
 * A {@link SourceRecord} sealed under a passphrase of its own: XChaCha20-Poly1305 under a key by
 * Argon2id. `salt`, `nonce` and `box` are base64; `id` is authenticated with the content, so that it
 * opens under whichever party it stands. The case's own key opens nothing of it.
 */
export type SealedRecord = {
  readonly id: string;
  readonly kdf: 'argon2id13';
  readonly opslimit: number;
  readonly memlimit: number;
  readonly salt: string;
  readonly nonce: string;
  readonly box: string;
};
