import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClosingWindow, closeGently } from '#main/windows/close-gently.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function makeWindow({ crashed = false } = {}) {
  const events = new EventEmitter();
  let gone = false;
  const window: ClosingWindow = {
    isDestroyed: () => gone,
    close() {
      let prevented = false;
      events.emit('close', { preventDefault: () => (prevented = true) });
      gone = !prevented;
    },
    on: (event, listener) => events.on(event, listener),
    webContents: { isCrashed: () => crashed },
  };
  let asked = 0;
  const { ready, still } = closeGently(window, () => {
    asked += 1;
  });
  return { window, ready, still, asked: () => asked };
}

describe('closing the window', () => {
  it('waits until the page has stored what is typed, asking once', () => {
    const { window, ready, asked } = makeWindow();
    window.close();
    window.close();
    expect([asked(), window.isDestroyed()]).toEqual([1, false]);
    ready();
    expect(window.isDestroyed()).toBe(true);
  });

  it('waits ten seconds for a page that does not answer, no longer', () => {
    const { window } = makeWindow();
    window.close();
    vi.advanceTimersByTime(9_999);
    expect(window.isDestroyed()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(window.isDestroyed()).toBe(true);
  });

  it('waits on for a page that says that it takes longer, and ten seconds after its last word', () => {
    const { window, still } = makeWindow();
    window.close();
    for (let heard = 0; heard < 5; heard++) {
      vi.advanceTimersByTime(9_000);
      still();
    }
    expect(window.isDestroyed()).toBe(false);
    vi.advanceTimersByTime(10_000);
    expect(window.isDestroyed()).toBe(true);
  });

  it('does not wait for a page that has crashed', () => {
    const { window, asked } = makeWindow({ crashed: true });
    window.close();
    expect([asked(), window.isDestroyed()]).toEqual([0, true]);
  });

  it('takes no notice of an answer nobody asked for', () => {
    const { window, ready } = makeWindow();
    ready();
    expect(window.isDestroyed()).toBe(false);
  });
});
