import { StorageError } from '#core/ports/case-storage.ts';

/** Takes the case for this window until the returned function is called, or throws `in-use`. */
export async function claimCase(caseId: string): Promise<() => void> {
  let free: () => void = () => undefined;
  const granted = await new Promise<boolean>((resolve, reject) => {
    navigator.locks
      .request(`touchstone-case-${caseId}`, { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(false);
        // Held until `free` is called; resolving before it is set would let go of nothing.
        const held = new Promise<void>((release) => {
          free = release;
        });
        resolve(true);
        return held;
      })
      .catch(reject);
  });
  if (!granted) throw new StorageError('in-use', 'The case is open in another window.');
  return () => free();
}
