/** Longest wait for a page that does not answer; then the window goes all the same. */
const PATIENCE_MS = 10_000;

/** What is needed of a window. */
export type ClosingWindow = {
  isDestroyed(): boolean;
  close(): void;
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown;
  readonly webContents: { isCrashed(): boolean };
};

/**
 * Lets the page store what is typed before its window closes: `ask` tells it, the returned
 * function is its answer.
 */
export function closeGently(window: ClosingWindow, ask: () => void): () => void {
  let asked = false;
  let ready = false;
  const go = (): void => {
    ready = true;
    if (!window.isDestroyed()) window.close();
  };
  window.on('close', (event) => {
    if (ready || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (asked) return;
    asked = true;
    ask();
    setTimeout(go, PATIENCE_MS).unref();
  });
  return () => {
    if (asked) go();
  };
}
