import { StorageError } from '#core/ports/case-storage.ts';

/**
 * Takes the case for this window until the returned function is called, or throws `in-use`. That
 * function resolves when other windows (and this one again) can have it.
 */
export async function claimCase(caseId: string): Promise<() => Promise<void>> {
  let free: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    free = resolve;
  });
  return new Promise((resolve, reject) => {
    const gone = navigator.locks.request(`touchstone-case-${caseId}`, { ifAvailable: true }, (lock) => {
      if (!lock) throw new StorageError('in-use', 'The case is open in another window.');
      resolve(async () => {
        free();
        await gone;
      });
      return released;
    });
    gone.catch(reject);
  });
}
