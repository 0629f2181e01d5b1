/** Where it is kept that files are shown at once; it says nothing of any case. */
const KEY = 'touchstone.show-files-at-once';

/** Whether files are shown as soon as they are opened; until a person says so they wait to be asked for. */
export const showsAtOnce = (): boolean => localStorage.getItem(KEY) === 'yes';

export function setShowsAtOnce(at: boolean): void {
  if (at) localStorage.setItem(KEY, 'yes');
  else localStorage.removeItem(KEY);
}
