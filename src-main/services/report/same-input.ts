import { Buffer } from 'node:buffer';
import type { TypesetInput } from './typeset.ts';

/** Whether two inputs give the same report. */
export const isSameInput = (one: TypesetInput, other: TypesetInput): boolean =>
  one.model === other.model &&
  one.paper === other.paper &&
  one.standard === other.standard &&
  one.pictures.length === other.pictures.length &&
  one.pictures.every(({ name, bytes }, at) => {
    const second = other.pictures[at];
    return second?.name === name && Buffer.compare(bytes, second.bytes) === 0;
  });
