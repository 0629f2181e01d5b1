import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { packagedProgram } from '../../scripts/lib/build.mjs';
import { choose, makeSampleMine, saved } from '../support/desk.ts';
import { vp8Frame, writeWebm } from '../support/webm-file.ts';
import { longestTask, median, ms, type Say, start } from './big-app.ts';
import { watchMemory } from './process-memory.ts';

const [WIDTH, HEIGHT] = [1280, 720];
const BYTES = 2 * 1024 ** 3;
const SEEKS = 9;

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 ** 2)} MB`;

/** A picture of noise, which compresses badly, as lossy WebP. */
const noise = (page: Page): Promise<number[]> =>
  page.evaluate(
    async ([width, height]) => {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d', { alpha: false });
      if (!context) throw new Error('no canvas');
      const pixels = context.createImageData(width, height);
      for (let at = 0; at < pixels.data.length; at += 4) {
        const light = Math.floor(Math.random() * 256);
        pixels.data.set([light, light ^ 85, 255 - light, 255], at);
      }
      context.putImageData(pixels, 0, 0);
      const webp = await canvas.convertToBlob({ type: 'image/webp', quality: 0.9 });
      return [...new Uint8Array(await webp.arrayBuffer())];
    },
    [WIDTH, HEIGHT] as const,
  );

type Played = {
  readonly metadata: number;
  readonly middle: number;
  readonly seeks: number[];
  readonly played: number;
};

/** Loads the film as a viewer does, goes to its middle, plays from there, then goes to places all over it. */
const play = (page: Page, source: string, seconds: number): Promise<Played> =>
  page.evaluate(
    async ({ src, length, count }) => {
      const video = document.createElement('video');
      video.muted = true;
      document.body.append(video);
      const heard = (name: string): Promise<void> =>
        new Promise((resolve, reject) => {
          video.addEventListener(name, () => resolve(), { once: true });
          video.addEventListener('error', () => reject(new Error(`video: ${video.error?.message}`)), {
            once: true,
          });
        });
      const goTo = async (place: number): Promise<number> => {
        const began = performance.now();
        const there = heard('seeked');
        video.currentTime = place;
        await there;
        return performance.now() - began;
      };
      const began = performance.now();
      const known = heard('loadedmetadata');
      video.src = src;
      await known;
      const metadata = performance.now() - began;
      const middle = await goTo(length / 2);
      const from = video.currentTime;
      await video.play();
      await new Promise((resolve) => setTimeout(resolve, 3000));
      video.pause();
      const played = video.currentTime - from;
      const seeks: number[] = [];
      for (let at = 0; at < count; at++) seeks.push(await goTo(((at * 7 + 3) % 10) * (length / 10)));
      video.remove();
      return { metadata, middle, seeks, played };
    },
    { src: source, length: seconds, count: SEEKS },
  );

/** A film of 2 GB: stored, played from its middle, and how much memory all processes take meanwhile. */
export async function bench(say: Say): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'touchstone-film-'));
  try {
    const profile = mkdtempSync(join(work, 'profile-'));
    const { app, page } = await start(packagedProgram(), profile);
    page.setDefaultTimeout(600_000);
    await makeSampleMine(page);
    await choose(page, 'C-03');
    const path = join(work, 'film.webm');
    const frame = vp8Frame(Uint8Array.from(await noise(page)));
    const seconds = writeWebm(path, { frame, width: WIDTH, height: HEIGHT, bytes: BYTES });
    await app.evaluate(
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
      },
      [path],
    );
    const pid = app.process().pid ?? 0;
    const idle = watchMemory(pid).stop();
    const storing = watchMemory(pid);
    await page.getByTestId('article').click({ position: { x: 5, y: 5 } });
    let took = 0;
    const storingTask = await longestTask(page, async () => {
      const began = performance.now();
      await page.keyboard.press('KeyE');
      await page.locator('[data-evidence="E-01"]').waitFor();
      await saved(page);
      took = performance.now() - began;
    });
    const stored = storing.stop();
    say(`film: ${megabytes(statSync(path).size)}, ${seconds} s of ${WIDTH} x ${HEIGHT} VP8, key frames only`);
    say(`memory of all processes, idle: ${megabytes(idle)}`);
    say(
      `stored in ${(took / 1000).toFixed(1)} s; most memory ${megabytes(stored)}; longest task ${ms(storingTask)}`,
    );
    await page.getByRole('button', { name: 'Evidence', exact: true }).click();
    await page.locator('[data-evidence-row="E-01"]').click();
    const sha256 = (await page.locator('code[data-sha256]').textContent()) ?? '';
    const caseId = readdirSync(join(profile, 'cases')).find((name) => /^[0-9a-f-]{36}$/.test(name)) ?? '';
    const playing = watchMemory(pid);
    let result: Played = { metadata: 0, middle: 0, seeks: [], played: 0 };
    const playingTask = await longestTask(page, async () => {
      result = await play(page, `evidence://${caseId}/${sha256}?type=video%2Fwebm`, seconds);
    });
    const most = playing.stop();
    say(
      `opened in ${ms(result.metadata)}; at its middle after ${ms(result.middle)}; played ${result.played.toFixed(1)} s in 3 s`,
    );
    say(`${SEEKS} more places: median ${ms(median(result.seeks))}, longest ${ms(Math.max(...result.seeks))}`);
    say(`most memory of all processes while playing ${megabytes(most)}; longest task ${ms(playingTask)}`);
    await app.close();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
