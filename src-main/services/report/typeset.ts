import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { ServiceError } from '../service-error.ts';

export type Paper = 'a4' | 'us-letter';
export type Picture = { readonly name: string; readonly bytes: Uint8Array };

/** What is typeset: JSON of core/report's model, with the pictures it names. */
export type TypesetInput = {
  readonly model: string;
  readonly paper: Paper;
  readonly pictures: readonly Picture[];
};

/** Folders of the templates (`*.typ`) and of the bundled fonts. */
export type TypesetFolders = { readonly templates: string; readonly fonts: string };

export type Typeset = { readonly pdf: Uint8Array; readonly pages: number };

const TEMPLATES = ['main.typ', 'parts.typ'];

/** Seconds since 1970 of the day the report speaks for: the clock must not be in the file. */
function stampOf(model: string): number {
  const { asOf }: { asOf?: unknown } = JSON.parse(model);
  const time = typeof asOf === 'string' ? Date.parse(`${asOf}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time)) throw new ServiceError('report-failed', 'The report names no day.');
  return Math.floor(time / 1000);
}

/**
 * Typesets a report as PDF/UA-1 (ISO 14289-1). The same input gives the same bytes: bundled fonts
 * only, no clock. Throws `report-failed` with Typst's own words.
 */
export function typeset({ model, paper, pictures }: TypesetInput, folders: TypesetFolders): Typeset {
  const compiler = NodeCompiler.create({
    workspace: folders.templates,
    fontArgs: [{ fontPaths: [folders.fonts] }],
  });
  // Everything Typst may read is put in its way by hand, so that it never reads the disk.
  for (const name of TEMPLATES) {
    compiler.addSource(join(folders.templates, name), readFileSync(join(folders.templates, name), 'utf8'));
  }
  compiler.mapShadow(join(folders.templates, 'report.json'), Buffer.from(model));
  for (const { name, bytes } of pictures) {
    compiler.mapShadow(join(folders.templates, 'pictures', name), Buffer.from(bytes));
  }
  const compiled = compiler.compile({
    mainFilePath: join(folders.templates, 'main.typ'),
    inputs: { paper, pictures: pictures.map(({ name }) => name).join(' ') },
  });
  const document = compiled.result;
  if (!document) {
    const error = compiled.takeError();
    const words = error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'Typst gave no reason.';
    throw new ServiceError('report-failed', words);
  }
  const pdf = compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: stampOf(model) });
  return { pdf: new Uint8Array(pdf), pages: document.numOfPages };
}
