import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Paper, PdfStandard } from '#core/report/setup.ts';
import { ServiceError } from '../service-error.ts';
import { type Glyphs, glyphsOf } from './glyphs.ts';
import { isPicture, type Picture } from './picture.ts';
import { printableData } from './printable.ts';
import { readModel } from './read-model.ts';

/** What is typeset: JSON of core/report's model, with the pictures it names. */
export type TypesetInput = {
  readonly model: string;
  readonly paper: Paper;
  /** PDF/UA-1 when left out. */
  readonly standard?: PdfStandard;
  readonly pictures: readonly Picture[];
};

/** Folders of the templates (`*.typ`) and of the bundled fonts. */
export type TypesetFolders = { readonly templates: string; readonly fonts: string };

export type Typeset = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Why the file is tagged but not to the standard asked for, null when it is. */
  readonly deviation: string | null;
};

const failed = (words: string, cause?: unknown): ServiceError =>
  new ServiceError('report-failed', words, { cause });

/** What Typst says is wrong, a line each. */
function inWords(diagnostics: readonly unknown[]): string {
  const lines = diagnostics.map((diagnostic) => {
    const { message, path } = diagnostic as { message?: unknown; path?: unknown };
    return `${String(message)}${typeof path === 'string' && path !== '' ? ` (${basename(path)})` : ''}`;
  });
  return lines.join('; ') || 'Typst gave no reason.';
}

/** A compiler that is given all it may read. */
function compilerFor(files: ReadonlyMap<string, string | Uint8Array>, folders: TypesetFolders): NodeCompiler {
  const compiler = NodeCompiler.create({
    workspace: folders.templates,
    fontArgs: [{ fontPaths: [folders.fonts] }],
  });
  for (const [name, content] of files) {
    const path = join(folders.templates, name);
    if (typeof content === 'string') compiler.addSource(path, content);
    else compiler.mapShadow(path, Buffer.from(content));
  }
  return compiler;
}

function filesOf(input: TypesetInput, folders: TypesetFolders, pictures: readonly Picture[], glyphs: Glyphs) {
  const files = new Map<string, string | Uint8Array>();
  for (const name of readdirSync(folders.templates)) {
    if (name.endsWith('.typ')) files.set(name, readFileSync(join(folders.templates, name), 'utf8'));
  }
  const { data, day } = readModel(input.model);
  files.set('report.json', Buffer.from(JSON.stringify(printableData(data, glyphs))));
  if (input.standard === 'a-3a') files.set('report-data.json', Buffer.from(JSON.stringify(data, null, 2)));
  for (const { name, bytes } of pictures) files.set(`pictures/${name}`, bytes);
  return { files, day };
}

/**
 * PDF/UA-1 (ISO 14289-1) or PDF/A-3a (ISO 19005-3); tagged all the same where a character keeps a
 * text from being that.
 */
function exported(
  compiler: NodeCompiler,
  document: NodeTypstDocument,
  creationTimestamp: number,
  pdfStandard: PdfStandard,
): Omit<Typeset, 'pages'> {
  try {
    const pdf = compiler.pdf(document, { pdfStandard, creationTimestamp });
    return { pdf: new Uint8Array(pdf), deviation: null };
  } catch (error) {
    const pdf = compiler.pdf(document, { pdfTags: true, creationTimestamp });
    return { pdf: new Uint8Array(pdf), deviation: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Typesets a report. The same input gives the same bytes: bundled faces only, no clock. Throws a
 * ServiceError `report-failed` in words.
 */
export function typeset(input: TypesetInput, folders: TypesetFolders): Typeset {
  const pictures = input.pictures.filter(isPicture);
  const { files, day } = filesOf(input, folders, pictures, glyphsOf(folders.fonts));
  const compiler = compilerFor(files, folders);
  const compiled = compiler.compile({
    mainFilePath: join(folders.templates, 'main.typ'),
    inputs: {
      paper: input.paper,
      attach: input.standard === 'a-3a' ? 'data' : '',
      pictures: pictures.map(({ name }) => name).join(' '),
    },
  });
  const document = compiled.result;
  if (!document) {
    const error = compiled.takeError();
    throw failed(inWords(error ? compiler.fetchDiagnostics(error) : []));
  }
  try {
    return { ...exported(compiler, document, day, input.standard ?? 'ua-1'), pages: document.numOfPages };
  } catch (error) {
    throw failed(
      `The PDF could not be made: ${error instanceof Error ? error.message : String(error)}`,
      error,
    );
  }
}
