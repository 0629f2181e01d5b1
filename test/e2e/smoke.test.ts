import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
});
afterAll(async () => {
  await running?.close();
  running?.dispose();
});

describe('the packaged app', () => {
  it('opens one window at its own origin with a locked-down page', async () => {
    expect(await running.page.evaluate(() => location.origin)).toBe('app://touchstone');
    expect(running.app.windows()).toHaveLength(1);
    expect(await running.page.evaluate(() => [typeof require, typeof process])).toEqual([
      'undefined',
      'undefined',
    ]);
  });

  it('lets no request leave: fetch, pictures, sockets and new windows all fail', async () => {
    const outcome = await running.page.evaluate(async () => {
      const image = new Promise((resolve) => {
        const element = new Image();
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('blocked');
        element.src = 'http://127.0.0.1:9/beacon.png';
      });
      const fetched = fetch('https://example.org/').then(
        () => 'loaded',
        () => 'blocked',
      );
      return { image: await image, fetched: await fetched, opened: window.open('https://example.org/') };
    });
    expect(outcome).toEqual({ image: 'blocked', fetched: 'blocked', opened: null });
  });
});
