/** Hands items from who sends them to who reads them, one at a time: a sender that waits never runs ahead. */
export type Channel<T> = {
  /** Resolves when the reader asks for more. Rejects when the reader has given up. */
  send(item: T): Promise<void>;
  /** No more items. */
  end(): void;
  /** The reader will read no more; senders are told `reason`. */
  fail(reason: unknown): void;
  items(): AsyncGenerator<T, void, undefined>;
};

type Waiting<T> = {
  readonly item: T;
  readonly taken: () => void;
  readonly refused: (reason: unknown) => void;
};

export function createChannel<T>(): Channel<T> {
  const queue: Waiting<T>[] = [];
  let wake: () => void = () => undefined;
  let ended = false;
  let failed: { readonly reason: unknown } | null = null;
  return {
    send(item) {
      if (failed) return Promise.reject(failed.reason);
      if (ended) return Promise.reject(new Error('The channel has ended'));
      return new Promise((resolve, reject) => {
        queue.push({ item, taken: resolve, refused: reject });
        wake();
      });
    },
    end() {
      ended = true;
      wake();
    },
    fail(reason) {
      failed ??= { reason };
      for (const { refused } of queue.splice(0)) refused(reason);
      wake();
    },
    async *items() {
      for (;;) {
        const [next] = queue;
        if (failed) throw failed.reason;
        if (next) {
          yield next.item;
          // Only now is the item done with: its bytes may be reused by the sender.
          queue.shift();
          next.taken();
        } else if (ended) return;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    },
  };
}
