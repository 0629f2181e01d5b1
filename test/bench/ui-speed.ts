import type { Page } from 'playwright-core';

/** The value under which `share` (0 to 1) of the values lie. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
};

/** Between two keys: far more than an answer may take, so that each change belongs to one key. */
const BETWEEN_KEYS_MS = 250;

/**
 * Milliseconds from each key typed into the filter until the frame in which the list of claims last
 * changed by it; a key that changes nothing of the list counts with the frame of its own character.
 */
export async function typingAnswers(page: Page, words: readonly string[]): Promise<number[]> {
  const search = page.getByRole('searchbox', { name: 'Search claims' });
  await search.click();
  await page.evaluate(() => {
    const answers: number[] = [];
    let pressed = 0;
    let answered = 0;
    const settle = (): void => {
      if (pressed > 0) answers.push(answered - pressed);
      pressed = 0;
    };
    const painted = (): void => {
      const of = pressed;
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => {
          if (of === pressed) answered = performance.now();
        };
        after.port2.postMessage(null);
      });
    };
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        settle();
        pressed = timeStamp;
        answered = timeStamp;
        painted();
      },
      { capture: true },
    );
    new MutationObserver(painted).observe(document.querySelector('main') ?? document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    Object.assign(window, {
      benchTyped: () => {
        settle();
        return answers;
      },
    });
  });
  for (const word of words) {
    await search.pressSequentially(word, { delay: BETWEEN_KEYS_MS });
    for (let at = 0; at < word.length; at++) await search.press('Backspace', { delay: BETWEEN_KEYS_MS });
  }
  await page.waitForTimeout(BETWEEN_KEYS_MS);
  return page.evaluate(() => (Reflect.get(window, 'benchTyped') as () => number[])());
}

/** Milliseconds between the frames drawn while the element is scrolled by the wheel. */
export async function framesWhileScrolling(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    let going = true;
    const next = (now: number): void => {
      frames.push(now - last);
      last = now;
      if (going) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    Object.assign(window, {
      benchFrames: () => {
        going = false;
        return frames.slice(1);
      },
    });
  });
  await work();
  return page.evaluate(() => (Reflect.get(window, 'benchFrames') as () => number[])());
}
