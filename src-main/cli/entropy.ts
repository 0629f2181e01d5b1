import { randomBytes } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { Entropy } from '#core/journal/append.ts';

/** Chance and time of this machine. */
export const ENTROPY: Entropy = {
  newId: () => newId(),
  random: (length) => new Uint8Array(randomBytes(length)),
  now: () => Date.now(),
};
