/**
 * What Chromium 114 and Node 18 lack of the language's library. Load it first in every realm
 * (window, workers, main, utility processes); it leaves alone what is there.
 */

type Resolvers<T> = {
  promise: Promise<T>;
  resolve: (value: T | PromiseLike<T>) => void;
  reject: (reason?: unknown) => void;
};

function withResolvers<T>(): Resolvers<T> {
  const parts: Partial<Resolvers<T>> = {};
  const promise = new Promise<T>((resolve, reject) => {
    parts.resolve = resolve;
    parts.reject = reject;
  });
  return { resolve: () => undefined, reject: () => undefined, ...parts, promise };
}

function groupBy<T, K extends PropertyKey>(
  items: Iterable<T>,
  keyOf: (item: T, index: number) => K,
): Partial<Record<K, T[]>> {
  const groups: Partial<Record<K, T[]>> = Object.create(null);
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group: T[] = groups[key] ?? [];
    group.push(item);
    groups[key] = group;
  }
  return groups;
}

async function fromAsync<T>(items: AsyncIterable<T> | Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function* chunksOf<T>(stream: ReadableStream<T>): AsyncGenerator<T, void> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

/** Adds `value` under `name` unless the realm has it. */
function provide(target: object, name: PropertyKey, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
}

/** Fills the gaps of this realm. */
export function fillGaps(realm: typeof globalThis = globalThis): void {
  provide(realm.Promise, 'withResolvers', withResolvers);
  provide(realm.Object, 'groupBy', groupBy);
  provide(realm.Array, 'fromAsync', fromAsync);
  if ('ReadableStream' in realm) {
    provide(realm.ReadableStream.prototype, Symbol.asyncIterator, function iterate(this: ReadableStream) {
      return chunksOf(this);
    });
  }
}

fillGaps();
