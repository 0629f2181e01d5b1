import { describe, expect, it } from 'vitest';
import { fillGaps } from '#renderer/polyfills.ts';

/** A realm that lacks what Chromium 114 lacks. */
function bareRealm() {
  const BarePromise = function barePromise() {};
  class BareStream {
    private readonly chunks = [1, 2, 3];
    getReader() {
      return {
        read: async () => {
          const value = this.chunks.shift();
          return value === undefined ? { done: true } : { done: false, value };
        },
        releaseLock: () => undefined,
      };
    }
  }
  return { Promise: BarePromise, Object: {}, Array: {}, ReadableStream: BareStream };
}

type Filled = {
  Promise: { withResolvers<T>(): { promise: Promise<T>; resolve(value: T): void } };
  Object: { groupBy<T>(items: T[], key: (item: T) => string): Record<string, T[]> };
  Array: { fromAsync<T>(items: Iterable<T | Promise<T>>): Promise<T[]> };
  ReadableStream: new () => AsyncIterable<number>;
};

function filled(): Filled {
  const realm: object = bareRealm();
  fillGaps(realm as typeof globalThis);
  return realm as Filled;
}

describe('polyfills for Chromium 114 and Node 18', () => {
  it('give Promise.withResolvers', async () => {
    const { promise, resolve } = filled().Promise.withResolvers<number>();
    resolve(7);
    await expect(promise).resolves.toBe(7);
  });

  it('give Object.groupBy, without a prototype that a key could reach', () => {
    const groups = filled().Object.groupBy(['a1', 'b1', 'a2'], (word) => word.slice(0, 1));
    expect({ ...groups }).toEqual({ a: ['a1', 'a2'], b: ['b1'] });
    expect('toString' in groups).toBe(false);
  });

  it('give Array.fromAsync over promises', async () => {
    await expect(filled().Array.fromAsync([Promise.resolve(1), 2])).resolves.toEqual([1, 2]);
  });

  it('let a ReadableStream be read with for await', async () => {
    const seen: number[] = [];
    for await (const chunk of new (filled().ReadableStream)()) seen.push(chunk);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('leave what a realm has alone', () => {
    const own = () => 'own';
    const realm: object = { Promise: { withResolvers: own }, Object: {}, Array: {} };
    fillGaps(realm as typeof globalThis);
    expect((realm as Filled).Promise.withResolvers).toBe(own);
  });
});
