import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { saysNothing } from '#core/facts/file-facts.ts';
import { readFacts } from '#renderer/importers/facts/read-facts.ts';
import { type ExifWords, exifJpeg } from '../../support/exif-jpeg.ts';
import { mp4Frame } from '../../support/mp4-files.ts';
import { plainPdf, typstPdf } from '../../support/pdf-files.ts';
import { somePng } from '../../support/png.ts';

const WASM = createRequire(import.meta.url).resolve('mediainfo.js/MediaInfoModule.wasm');

function ask(mediaType: string, bytes: Uint8Array) {
  const asked: number[] = [];
  const read = async (start: number, end: number) => {
    asked.push(end - start);
    return bytes.slice(start, end);
  };
  const facts = readFacts({ mediaType, size: bytes.length, read }, WASM);
  return { facts, asked };
}

const PHOTO: ExifWords = {
  make: 'Synthetic',
  model: 'Camera 1',
  software: 'Firmware 2',
  taken: '2014:10:02 15:04:05',
  changed: '2014:10:02 15:04:05',
  offset: '+03:00',
  // 35°20'30" N, 40°8'27" E.
  place: { latitude: 127_230, longitude: 144_507 },
  xmp: null,
};

const XMP = (inner: string, doctype = '') =>
  `${doctype}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`;

describe('what files say of themselves', () => {
  it('a photograph: camera, time with its zone, place', async () => {
    const { facts } = ask('image/jpeg', exifJpeg(PHOTO));
    const { place, ...said } = await facts;
    expect(said).toEqual({
      facts: [
        { name: 'device', value: 'Synthetic Camera 1' },
        { name: 'software', value: 'Firmware 2' },
      ],
      times: [
        { what: 'taken', local: '2014-10-02T15:04:05', zone: '+03:00' },
        { what: 'changed', local: '2014-10-02T15:04:05', zone: '+03:00' },
      ],
      traces: [],
    });
    expect(place?.latitude).toBeCloseTo(35.341_667, 4);
    expect(place?.longitude).toBeCloseTo(40.140_833, 4);
  });

  it('south and west have their signs', async () => {
    const { facts } = ask('image/jpeg', exifJpeg({ ...PHOTO, place: { latitude: -3600, longitude: -7200 } }));
    expect((await facts).place).toEqual({ latitude: -1, longitude: -2 });
  });

  it('an edited photograph: the program, and that it was saved later', async () => {
    const edited = { ...PHOTO, software: 'Adobe Photoshop 21', changed: '2014:10:05 09:00:00', offset: null };
    const xmp = XMP('<xmp:ModifyDate>2014-10-05T09:00:00+03:00</xmp:ModifyDate><dc:creator>ق</dc:creator>');
    const said = await ask('image/jpeg', exifJpeg({ ...edited, xmp })).facts;
    expect(said.traces).toEqual([
      { kind: 'saved later', value: '2014-10-05 09:00:00' },
      { kind: 'editor', value: 'Adobe Photoshop 21' },
    ]);
    expect(said.times).toContainEqual({ what: 'saved', local: '2014-10-05T09:00:00', zone: '+03:00' });
    expect(said.facts).toContainEqual({ name: 'author', value: 'ق' });
  });

  it('a picture without any says nothing', async () => {
    expect(saysNothing(await ask('image/png', somePng()).facts)).toBe(true);
  });

  it('entities of a hostile XMP are neither fetched nor multiplied', async () => {
    const bombs = Array.from({ length: 20 }, (_, at) =>
      at === 0 ? '<!ENTITY e0 "boom">' : `<!ENTITY e${at} "${`&e${at - 1};`.repeat(10)}">`,
    );
    const doctype = `<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">${bombs.join('')}]>`;
    const xmp = XMP('<dc:creator>&file;&e19;</dc:creator>', doctype);
    const said = JSON.stringify(await ask('image/jpeg', exifJpeg({ ...PHOTO, xmp })).facts);
    expect(said).not.toContain('root:');
    expect(said.length).toBeLessThan(5000);
  });

  it('a film: when and where, read by ranges', async () => {
    const film = mp4Frame({
      madeAt: Date.UTC(2014, 9, 2, 12, 4, 5),
      seconds: 83,
      position: '+35.3359+040.1408/',
      padding: 24 * 1024 * 1024,
    });
    const { facts, asked } = ask('video/mp4', film);
    const said = await facts;
    expect(said.times).toContainEqual({ what: 'made', local: '2014-10-02T12:04:05', zone: 'Z' });
    expect(said.place).toEqual({ latitude: 35.3359, longitude: 40.1408 });
    expect(said.facts).toContainEqual({ name: 'container', value: 'MPEG-4' });
    expect(asked.reduce((sum, length) => sum + length, 0)).toBeLessThan(film.length / 4);
  });

  it('a PDF: the program, when it was made and saved, and that it was written to again', async () => {
    const pdf = plainPdf(['BT /F 12 Tf 50 500 Td (Words) Tj ET']);
    const again = new Uint8Array([...pdf, ...new TextEncoder().encode('\n%%EOF\n')]);
    expect((await ask('application/pdf', pdf).facts).traces).toEqual([]);
    const said = await ask('application/pdf', again).facts;
    expect(said.traces).toEqual([{ kind: 'saved in parts', value: '2' }]);
    expect(said.facts).toContainEqual({ name: 'pages', value: '1' });
    const set = typstPdf(
      '#set document(title: "Report", date: datetime(year: 2014, month: 10, day: 2))\nWords',
    );
    const { facts, times } = await ask('application/pdf', set).facts;
    expect(facts).toContainEqual({ name: 'title', value: 'Report' });
    expect(facts.find(({ name }) => name === 'software')?.value).toMatch(/Typst/i);
    expect(times[0]).toMatchObject({ what: 'made', local: expect.stringContaining('2014-10-02') });
  });

  it('refuse what is empty, cut off or something else, each by its name', async () => {
    const codeOf = (mediaType: string, bytes: Uint8Array) =>
      ask(mediaType, bytes).facts.then(
        () => 'read',
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
      );
    const noise = new TextEncoder().encode('neither picture nor film '.repeat(40));
    expect(await codeOf('image/jpeg', new Uint8Array())).toBe('empty-file');
    expect(await codeOf('image/jpeg', noise)).toBe('damaged-file');
    expect(await codeOf('application/pdf', noise)).toBe('damaged-file');
    expect(await codeOf('video/mp4', noise)).toBe('damaged-file');
  });
});
