/** A case left alone for this long is locked (DESIGN 4). */
export const IDLE_MS = 10 * 60 * 1000;
const CHECK_MS = 15_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Calls `lock` when the person has done nothing for {@link IDLE_MS}; returns how to stop watching. */
export function watchIdle(lock: () => void, now: () => number = Date.now): () => void {
  let last = now();
  const alive = (): void => {
    last = now();
  };
  for (const sign of SIGNS) window.addEventListener(sign, alive, { passive: true, capture: true });
  // The clock is asked, not a long timer: a timer would start anew after the laptop slept.
  const timer = window.setInterval(() => {
    if (now() - last < IDLE_MS) return;
    alive();
    lock();
  }, CHECK_MS);
  return () => {
    window.clearInterval(timer);
    for (const sign of SIGNS) window.removeEventListener(sign, alive, { capture: true });
  };
}
