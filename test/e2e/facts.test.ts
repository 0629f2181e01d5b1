import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jpeg from 'jpeg-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, makeSampleMine } from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { exifJpeg } from '../support/exif-jpeg.ts';
import { mp4Frame } from '../support/mp4-files.ts';
import { plainPdf } from '../support/pdf-files.ts';
import { MOST_OF_A_TASK_MS, watchTasks } from '../support/task-time.ts';

let running: RunningApp;
let folder: string;
let server: Server;
let address: string;
const called: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-facts-'));
  server = createServer((request, response) => {
    called.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
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

function fileOf(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** Adds files as evidence of the chosen claim and waits for the last of them. */
async function attach(lastRef: string, ...paths: string[]): Promise<void> {
  const { app, page } = running;
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
  }, paths);
  await page.getByRole('button', { name: 'Claims', exact: true }).click();
  await choose(page, 'C-03');
  await page.getByTestId('article').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('KeyE');
  await page.locator(`[data-evidence="${lastRef}"]`).waitFor();
  await page.getByRole('button', { name: 'Evidence', exact: true }).click();
}

const open = (ref: string): Promise<void> => running.page.locator(`[data-evidence-row="${ref}"]`).click();
const facts = () => running.page.getByRole('region', { name: 'What the file says of itself' });

/** A picture of soft hills, as big and as hard compressed as asked. */
function hills(width: number, height: number, quality: number): Uint8Array {
  const data = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const light =
        128 + 60 * Math.sin((x / width) * 9 + (y / height) * 4) + 50 * Math.cos((y / height) * 11);
      data.set([light, light, light * 0.8, 255], (y * width + x) * 4);
    }
  }
  return new Uint8Array(jpeg.encode({ width, height, data }, quality).data);
}

const WORDS = { make: 'Synthetic', model: 'Camera 1', software: 'Firmware 2', xmp: null };
const PHOTO = exifJpeg({
  ...WORDS,
  taken: '2014:10:02 15:04:05',
  changed: '2014:10:02 15:04:05',
  offset: '+03:00',
  place: { latitude: 127_230, longitude: 144_507 },
});
const FILM = {
  madeAt: Date.UTC(2014, 9, 2, 12),
  seconds: 9,
  position: '+35.3359+040.1408/',
  padding: 2_000_000,
};

describe('what files say of themselves', () => {
  it('a photograph: camera, time with its zone, and the place on a map that is packed', async () => {
    await attach('E-01', fileOf('photo.jpg', PHOTO));
    await open('E-01');
    await facts().getByText('Synthetic Camera 1').waitFor();
    await facts().getByText('2014-10-02 15:04:05').first().waitFor();
    await facts().getByText('UTC+03:00').first().waitFor();
    const map = facts().getByRole('img', { name: /35\.34167, 40\.14083/ });
    await map.waitFor();
    expect(await map.locator('path').first().getAttribute('d')).toMatch(/^M-?\d/);
  });

  it('a film: when and where, read by ranges of the sealed file', async () => {
    await attach('E-02', fileOf('film.mp4', mp4Frame(FILM)));
    await open('E-02');
    await facts().getByText('2014-10-02 12:00:00').first().waitFor();
    await facts()
      .getByRole('img', { name: /35\.33590, 40\.14080/ })
      .waitFor();
  });

  it('a PDF: its pages and that it was written to twice', async () => {
    const pdf = plainPdf(['BT /F 12 Tf 50 500 Td (Words) Tj ET']);
    const twice = new Uint8Array([...pdf, ...new TextEncoder().encode('\n%%EOF\n')]);
    await attach('E-03', fileOf('paper.pdf', twice));
    await open('E-03');
    await facts().getByText('Written to its end 2 times').waitFor();
  });

  it('a picture sent on smaller and compressed again is offered as a copy', async () => {
    await attach('E-05', fileOf('wire.jpg', hills(800, 600, 90)), fileOf('sent-on.jpg', hills(400, 300, 40)));
    await open('E-05');
    const offered = running.page.locator('[data-suggested="same picture"]');
    await offered.getByText('E-04 shows the same picture').waitFor();
  });
});

describe('hostile files', () => {
  it('are asked without a request, without holding the window up, and with clear words', async () => {
    const { page } = running;
    const longestTask = await watchTasks(page);
    const entities = Array.from({ length: 24 }, (_, at) =>
      at === 0 ? '<!ENTITY e0 "boom">' : `<!ENTITY e${at} "${`&e${at - 1};`.repeat(10)}">`,
    ).join('');
    const xmp = `<!DOCTYPE x [<!ENTITY far SYSTEM "${address}/entity">${entities}]><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>&far;&e23;</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;
    const words = { ...WORDS, taken: '2014:10:02 15:04:05', changed: '2014:10:02 15:04:05', offset: null };
    const script = `<img src=${address}/tag onerror=fetch('${address}/run')>`;
    const hostile = exifJpeg({ ...words, model: script, place: null, xmp });
    const beacon = plainPdf([
      `BT ET\nendstream\nendobj\n<< /S /JavaScript /JS (app.launchURL("${address}/pdf")) >>`,
    ]);
    await attach(
      'E-10',
      fileOf('entities.jpg', hostile),
      fileOf('beacon.pdf', beacon),
      fileOf('cut.mp4', mp4Frame(FILM).slice(0, 400)),
      fileOf('cut.jpg', PHOTO.slice(0, 60)),
      fileOf(`\u202egpj.${'n'.repeat(200)}.jpg`, PHOTO),
    );
    await open('E-06');
    await facts().getByText(`Synthetic ${script}`).waitFor();
    for (const ref of ['E-07', 'E-08', 'E-09', 'E-10']) {
      await open(ref);
      await facts().getByText('Reading…').waitFor({ state: 'detached' });
      await facts()
        .getByText(/damaged|a lead, no proof|says nothing/)
        .first()
        .waitFor();
    }
    expect(called).toEqual([]);
    expect(await longestTask()).toBeLessThan(MOST_OF_A_TASK_MS);
  });
});
