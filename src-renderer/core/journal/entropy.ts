import { v7 } from 'uuid';
import type { Entropy } from './append.ts';

/** Entropy over a host's own random bytes and clock. */
export const entropyWith = (random: (length: number) => Uint8Array, now: () => number): Entropy => ({
  newId: () => v7(),
  random,
  now,
});
