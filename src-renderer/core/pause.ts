/**
 * Resolves once whatever else waits for the thread has had a turn. By a message: timers that follow
 * each other wait at least 4 ms each (HTML, 8.6 Timers), which adds up over thousands of parts.
 */
export const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
