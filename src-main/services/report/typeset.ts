import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { sealPdf } from '#core/exchange/pdf-seal/pdf-seal.ts';
import type { Json } from '#core/model/json.ts';
import type { ReportPlace } from '#core/report/excerpt.ts';
import type { Paper, PdfStandard } from '#core/report/setup.ts';
import { compiled, type Files, soundPictures, type TypesetFolders } from './compile.ts';
import { type Glyphs, glyphsOf } from './glyphs.ts';
import { type Picture, shownPictures } from './picture.ts';
import { placesOf } from './places.ts';
import { printableData } from './printable.ts';
import { readModel } from './read-model.ts';
import { reportFailed } from './report-failed.ts';

/** What is typeset: JSON of core/report's model, with the pictures it names. */
export type TypesetInput = {
  readonly model: string;
  readonly paper: Paper;
  /** PDF/UA-1 when left out. */
  readonly standard?: PdfStandard;
  readonly pictures: readonly Picture[];
};

export type Typeset = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly places: readonly ReportPlace[];
  /** Why the file is tagged but not to the standard asked for, null when it is. */
  readonly deviation: string | null;
};

function filesOf(
  input: TypesetInput,
  folders: TypesetFolders,
  glyphs: Glyphs,
): { readonly files: Files; readonly day: number } {
  const files = new Map<string, string | Uint8Array>();
  for (const name of readdirSync(folders.templates)) {
    if (name.endsWith('.typ')) files.set(name, readFileSync(join(folders.templates, name), 'utf8'));
  }
  const { data, day } = readModel(input.model);
  files.set('report.json', Buffer.from(JSON.stringify(printableData(data, glyphs))));
  if (input.standard === 'a-3a') files.set('report-data.json', Buffer.from(attached(data)));
  return { files, day };
}

/** The data as it travels with the report: names of pictures are ids of the case and stay behind. */
const attached = (data: Json): string =>
  JSON.stringify(data, (field, value: Json) => (field === 'picture' ? '' : value), 2);

/** With its own fingerprint, so that anybody can tell whether it was altered. */
const sealed = (pdf: Buffer): Uint8Array =>
  sealPdf(new Uint8Array(pdf), (parts) => {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return hash.digest('hex');
  });

/**
 * PDF/UA-1 (ISO 14289-1) or PDF/A-3a (ISO 19005-3); tagged all the same where a character keeps a
 * text from being that.
 */
function exported(
  compiler: NodeCompiler,
  document: NodeTypstDocument,
  creationTimestamp: number,
  pdfStandard: PdfStandard,
): Omit<Typeset, 'pages' | 'places'> {
  try {
    const pdf = compiler.pdf(document, { pdfStandard, creationTimestamp });
    return { pdf: sealed(pdf), deviation: null };
  } catch (error) {
    const pdf = compiler.pdf(document, { pdfTags: true, creationTimestamp });
    return { pdf: sealed(pdf), deviation: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Typesets a report. The same input gives the same bytes: bundled faces only, no clock. Throws a
 * ServiceError `report-failed` in words.
 */
export function typeset(input: TypesetInput, folders: TypesetFolders): Typeset {
  const { files, day } = filesOf(input, folders, glyphsOf(folders.fonts));
  const pictures = shownPictures(input.pictures);
  let made = compiled(files, pictures, input, folders);
  if ('wrong' in made) {
    // A report goes without the pictures that are damaged, and says so in their place.
    const sound = soundPictures(pictures, folders);
    if (sound.length < pictures.length) made = compiled(files, sound, input, folders);
  }
  if ('wrong' in made) throw reportFailed(made.wrong);
  const { compiler, document } = made;
  try {
    return {
      ...exported(compiler, document, day, input.standard ?? 'ua-1'),
      pages: document.numOfPages,
      places: placesOf(compiler, document),
    };
  } catch (error) {
    throw reportFailed(
      `The PDF could not be made: ${error instanceof Error ? error.message : String(error)}`,
      error,
    );
  }
}
