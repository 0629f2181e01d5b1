import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const ROOT = process.cwd();

/** A PDF set by Typst from this source, in the fonts that reports use. */
export function typstPdf(source: string): Uint8Array {
  const compiler = NodeCompiler.create({
    workspace: ROOT,
    fontArgs: [{ fontPaths: [join(ROOT, 'resources/fonts')] }],
  });
  const main = join(ROOT, 'made-by-a-test.typ');
  compiler.addSource(main, source);
  const { result } = compiler.compile({ mainFilePath: main });
  if (!result) throw new Error('Typst did not take the source.');
  return new Uint8Array(compiler.pdf(result, {}));
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A PDF written by hand: each page has this content stream, in Helvetica (/F) and without pictures. */
export function plainPdf(contents: readonly string[]): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const font = 3;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = contents.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const [at, content] of contents.entries()) {
    const stream = 5 + 2 * at;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents ${stream} 0 R ` +
        `/Resources << /Font << /F ${font} 0 R >> >> >>`,
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return bytesOf(file);
}

/** A content stream that shows lines from the top down. */
export const shown = (lines: readonly string[], { x = 40, y = 560, size = 10, leading = 13 } = {}): string =>
  `BT /F ${size} Tf ${leading} TL ${x} ${y} Td ` +
  `${lines.map((line) => `(${line.replaceAll(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`;
