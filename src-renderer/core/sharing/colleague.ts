/** Somebody a case is shared with (DESIGN 1). The recipient tells two of them apart. */
export type Colleague = {
  readonly name: string;
  /** Their age public key, `age1…`. */
  readonly recipient: string;
  /** Their Ed25519 public key, base64; null when they were added by the age key alone. */
  readonly signingKey: string | null;
  /** When they were added here, ISO 8601 in UTC. */
  readonly added: string;
};

/** The public parts of a person's own identity. */
export type Self = {
  readonly alias: string;
  readonly recipient: string;
  readonly signingKey: string;
};

/** Why someone cannot be added as a colleague, or be called so. */
export type ColleagueFault =
  | 'name-empty'
  | 'key-unreadable'
  | 'key-secret'
  | 'key-own'
  | 'colleague-known'
  | 'name-taken';
