/** Longest wait for a page of which nothing is heard; then the window goes all the same. */
const PATIENCE_MS = 10_000;

/** What is needed of a window. */
export type ClosingWindow = {
  isDestroyed(): boolean;
  close(): void;
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown;
  readonly webContents: { isCrashed(): boolean };
};

/** The page's answers. */
export type Closing = {
  /** Everything is stored: the window may go. */
  ready(): void;
  /** It takes longer: the wait begins anew. */
  still(): void;
};

/** Lets the page store what is typed before its window closes; `ask` tells it. */
export function closeGently(window: ClosingWindow, ask: () => void): Closing {
  let waiting: NodeJS.Timeout | null = null;
  let ready = false;
  const go = (): void => {
    ready = true;
    if (!window.isDestroyed()) window.close();
  };
  const wait = (): void => {
    if (waiting) clearTimeout(waiting);
    waiting = setTimeout(go, PATIENCE_MS);
    waiting.unref();
  };
  window.on('close', (event) => {
    if (ready || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (waiting) return;
    wait();
    ask();
  });
  return {
    ready() {
      if (waiting) go();
    },
    still() {
      if (waiting && !ready) wait();
    },
  };
}
