import { ServiceError } from '../service-error.ts';

/**
 * Paths that a person chose in a dialog or dropped on the window. The window may name no other: a
 * page that somebody took over could otherwise read every file of the person.
 */
export type KnownPaths = {
  add(path: string): void;
  /** Throws a ServiceError `not-allowed` for a path nobody chose. */
  require(path: string): void;
};

export function createKnownPaths(): KnownPaths {
  const known = new Set<string>();
  return {
    add: (path) => void known.add(path),
    require(path) {
      if (!known.has(path)) throw new ServiceError('not-allowed', 'Nobody chose this file');
    },
  };
}
