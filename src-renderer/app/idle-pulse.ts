/** Calls back now and then with how long the person has done nothing, in milliseconds; returns how to stop. */
export type IdlePulse = (beat: (idleMs: number) => void) => () => void;

const EVERY_MS = 20_000;
const SIGNS = ['pointerdown', 'keydown', 'wheel'] as const;

/** The pulse of this window. */
export const windowPulse: IdlePulse = (beat) => {
  let last = Date.now();
  const alive = (): void => {
    last = Date.now();
  };
  for (const sign of SIGNS) window.addEventListener(sign, alive, { passive: true, capture: true });
  const timer = window.setInterval(() => beat(Date.now() - last), EVERY_MS);
  return () => {
    window.clearInterval(timer);
    for (const sign of SIGNS) window.removeEventListener(sign, alive, { capture: true });
  };
};
