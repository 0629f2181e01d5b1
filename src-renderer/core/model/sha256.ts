/** SHA-256 in lower-case hex, 64 characters. */
export type Sha256 = string;
