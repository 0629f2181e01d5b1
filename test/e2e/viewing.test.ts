import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectClean } from '../support/axe.ts';
import { button, choose, makeSampleMine, saved } from '../support/desk.ts';
import { docxOf } from '../support/docx-files.ts';
import { filesUnder } from '../support/files-under.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { hostileFiles } from '../support/hostile-files.ts';
import { plainPdf, shown } from '../support/pdf-files.ts';
import { somePng } from '../support/png.ts';
import { MOST_OF_A_TASK_MS, watchTasks } from '../support/task-time.ts';

let running: RunningApp;
let folder: string;
let server: Server;
const arrived: string[] = [];

/** Drops files on the claim in view, as a person does; each becomes evidence for it. */
async function drop(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<void> {
  const { page } = running;
  for (const { name, bytes } of files) {
    const transfer = await page.evaluateHandle(
      ([title, base64]) => {
        const data = new DataTransfer();
        const letters = atob(base64 ?? '');
        const held = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
        data.items.add(new File([held], title ?? ''));
        return data;
      },
      [name, Buffer.from(bytes).toString('base64')],
    );
    const before = await page.locator('[data-evidence]').count();
    await page.locator('[data-claim="C-03"]').dispatchEvent('drop', { dataTransfer: transfer });
    await expect.poll(() => page.locator('[data-evidence]').count()).toBe(before + 1);
  }
  await saved(page);
}

/** Opens an item in full view from the evidence desk; `number`: of those attached, from 1. */
async function open(number: number): Promise<void> {
  const { page } = running;
  await page.getByRole('button', { name: 'Evidence', exact: true }).click();
  await page
    .getByRole('option')
    .filter({ hasText: `E-${String(number).padStart(2, '0')}` })
    .click();
  await button(page, 'Open in full view').click();
}

const show = (): Promise<void> => button(running.page, 'Show it').click();

async function close(): Promise<void> {
  const { page } = running;
  await page.keyboard.press('Escape');
  await page.getByRole('navigation').waitFor();
}

/** A second of video that the window's own recorder makes, in a codec that every build plays. */
const someVideo = (): Promise<string> =>
  running.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const canvas = document.createElement('canvas');
        canvas.width = 160;
        canvas.height = 120;
        const context = canvas.getContext('2d');
        const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm;codecs=vp8' });
        const parts: Blob[] = [];
        recorder.ondataavailable = ({ data }) => void parts.push(data);
        recorder.onstop = async () => {
          const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
          resolve(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
        };
        let frame = 0;
        const draw = (): void => {
          if (context) {
            context.fillStyle = `hsl(${frame * 9} 80% 50%)`;
            context.fillRect(0, 0, 160, 120);
          }
          frame += 1;
          if (frame < 40) requestAnimationFrame(draw);
          else recorder.stop();
        };
        recorder.start();
        draw();
      }),
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-view-'));
  server = createServer(({ url }, response) => {
    arrived.push(url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running = await launchApp({ size: { width: 1366, height: 768 } });
  await makeSampleMine(running.page);
  await choose(running.page, 'C-03');
});
afterAll(async () => {
  await running?.close();
  running?.dispose();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('evidence in full view', () => {
  it('is veiled until it is asked for, then a picture is zoomed, turned, and a part of it kept with the claim', async () => {
    const { page } = running;
    await drop([{ name: 'صورة من الحسكة.png', bytes: somePng(320, 200) }]);
    await open(1);
    await button(page, 'Show it').waitFor();
    await expectClean(page);
    const veil = page.locator('[inert] img');
    expect(
      await veil.evaluate((picture) => getComputedStyle(picture.closest('[inert]') ?? picture).filter),
    ).toContain('blur');
    await show();
    const width = () =>
      page
        .getByRole('img')
        .first()
        .evaluate((picture) => picture.getBoundingClientRect().width);
    const before = await width();
    await page.keyboard.press('Equal');
    await expect.poll(width).toBeGreaterThan(before * 1.2);
    await page.keyboard.press('Digit0');
    await page.keyboard.press('KeyR');
    await expect.poll(width).toBeLessThan(before);
    await page.keyboard.press('Digit0');
    await page.keyboard.press('KeyM');
    const part = button(page, /The part to mark/);
    await part.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByText('41%,40%,20%,20%').waitFor();
    await button(page, 'Keep for C-03').click();
    await page.getByText('The place is kept with the claim.').waitFor();
    await expectClean(page);
    await close();
    await saved(page);
  });

  it('plays a video muted, frame by frame, and keeps a moment', async () => {
    const { page } = running;
    const bytes = Buffer.from(await someVideo(), 'base64');
    await page.getByRole('button', { name: 'Claims', exact: true }).click();
    await drop([{ name: 'boats.webm', bytes }]);
    await open(2);
    await show();
    const video = page.locator('video');
    await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.readyState)).toBeGreaterThan(1);
    expect(await video.evaluate((one: HTMLVideoElement) => one.muted && one.paused)).toBe(true);
    const at = () => video.evaluate((one: HTMLVideoElement) => one.currentTime);
    const before = await at();
    await page.keyboard.press('Period');
    await expect.poll(at).toBeGreaterThan(before);
    for (let step = 0; step < 10; step += 1) await page.keyboard.press('Period');
    await page.keyboard.press('KeyM');
    await page.getByRole('status').filter({ hasText: 'Marked:' }).waitFor();
    await button(page, 'Keep for C-03').click();
    await page.getByText('0:00.', { exact: false }).first().waitFor();
    await close();
  });

  it('turns the pages of a PDF, finds words in it, keeps a page, and opens there again', async () => {
    const { page } = running;
    const pages = ['one', 'two', 'three', 'four'].map((word) =>
      shown([`This is page ${word}`, 'Lorem ipsum']),
    );
    await page.getByRole('button', { name: 'Claims', exact: true }).click();
    await drop([{ name: 'paper.pdf', bytes: plainPdf(pages) }]);
    await open(3);
    await show();
    await page.getByText('Page 1 of 4').first().waitFor();
    await page.getByRole('textbox', { name: 'Find words' }).fill('PAGE THREE');
    await page.keyboard.press('Enter');
    await page.getByText('on 1 page').waitFor();
    await button(page, 'Next').click();
    await page.getByText('Page 3 of 4').first().waitFor();
    await button(page, /Mark this page/).click();
    await button(page, 'Keep for C-03').click();
    await page.getByText('p. 3', { exact: true }).waitFor();
    await expectClean(page);
    await close();
    await page.getByRole('button', { name: 'Claims', exact: true }).click();
    await page.locator('[data-evidence="E-03"]').getByRole('button').first().click();
    await button(page, 'Open in full view').click();
    await show();
    await page.getByText('Page 3 of 4').first().waitFor();
    await close();
  });

  it('shows a text and a Word document in lines, and keeps chosen words', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'Claims', exact: true }).click();
    await drop([
      { name: 'notes.txt', bytes: Buffer.from(`${'line\n'.repeat(5000)}عبروا النهر ليلاً\nthe end`) },
      { name: 'letter.docx', bytes: await docxOf('Two boats at night', 'They crossed the river.') },
    ]);
    await open(4);
    await show();
    await page.getByRole('textbox', { name: 'Find words' }).fill('النهر');
    await page.keyboard.press('Enter');
    const line = page.getByText('عبروا النهر ليلاً');
    await line.waitFor();
    await line.selectText();
    await button(page, /Mark the chosen words/).click();
    await button(page, 'Keep for C-03').click();
    await page.getByText('The place is kept').waitFor();
    await close();
    await open(5);
    await show();
    await page.getByText('They crossed the river.').waitFor();
    await close();
  });
});

describe('hostile evidence', () => {
  it('is shown or refused in words; no request leaves, no script runs, the window never hangs', async () => {
    const { page } = running;
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const files = hostileFiles({ url });
    await page.getByRole('button', { name: 'Claims', exact: true }).click();
    await drop(files);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const title = await page.title();
    const longestTask = await watchTasks(page);
    for (const [at, { says, name }] of files.entries()) {
      await open(6 + at);
      const veil = button(page, 'Show it');
      const fault = page.getByRole('main').getByText(says);
      const inFrame = page.frameLocator('iframe').getByText(says);
      const told = async (): Promise<number> => {
        // What cannot be shown may turn out so between the look at the veil and the press.
        if (await veil.isVisible()) await veil.click({ timeout: 500 }).catch(() => undefined);
        return (await fault.count()) + (await inFrame.count());
      };
      await expect.poll(told, { message: name }).toBeGreaterThan(0);
      await close();
    }
    expect(await page.title()).toBe(title);
    expect(asked.filter((one) => !/^(?:app|evidence|blob|data|about):/.test(one))).toEqual([]);
    expect(arrived).toEqual([]);
    expect(await longestTask()).toBeLessThan(MOST_OF_A_TASK_MS);
  });
});

describe('a file that was altered on the disk', () => {
  it('is found out by whoever wants to see it: checked at once, put in quarantine, said in words', async () => {
    const { page, userDataDir } = running;
    const sealed = () => filesUnder(join(userDataDir, 'cases')).filter((path) => /\/evidence\//u.test(path));
    const before = new Set(sealed());
    await page.getByRole('button', { name: 'Claims', exact: true }).click();
    const count = await page.locator('[data-evidence]').count();
    await drop([{ name: 'bridge.png', bytes: somePng(321, 201) }]);
    const path = sealed().find((one) => !before.has(one)) ?? '';
    const bytes = readFileSync(path);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await open(count + 1);
    const fault = page.getByRole('main').getByText(/^ALTERED/);
    await expect
      .poll(async () => {
        const veil = button(page, 'Show it');
        if (await veil.isVisible()) await veil.click({ timeout: 500 }).catch(() => undefined);
        return fault.count();
      })
      .toBe(1);
    expect(existsSync(path)).toBe(false);
    await expectClean(page);
    await close();
    await page.getByText(/ALTERED: a sealed file of this case/).waitFor();
  });
});
