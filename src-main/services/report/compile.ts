import { basename, join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Paper, PdfStandard } from '#core/report/setup.ts';
import type { Picture } from './picture.ts';

/** Folders of the templates (`*.typ`) and of the bundled fonts. */
export type TypesetFolders = { readonly templates: string; readonly fonts: string };

/** Texts and bytes by name, beside the templates. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** What Typst says is wrong: `message`, the template's `path`, and where in it, counted from 0. */
type Diagnostic = {
  readonly message: string;
  readonly path?: string;
  readonly range?: { readonly start: { readonly line: number } };
};

function inWords(diagnostics: readonly Diagnostic[]): string {
  const lines = diagnostics.map(({ message, path, range }) => {
    const line = range ? `, line ${range.start.line + 1}` : '';
    return `${message.trim()}${path ? ` (${basename(path)}${line})` : ''}`;
  });
  return lines.join('; ') || 'Typst gave no reason.';
}

/** A compiler that is given all it may read. */
function compilerFor(files: Files, folders: TypesetFolders): NodeCompiler {
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

export type Compiled =
  | { readonly compiler: NodeCompiler; readonly document: NodeTypstDocument }
  | { readonly wrong: string };

/** Lays a report out with these pictures. */
export function compiled(
  files: Files,
  pictures: readonly Picture[],
  { paper, standard }: { readonly paper: Paper; readonly standard?: PdfStandard },
  folders: TypesetFolders,
): Compiled {
  const pictured = pictures.map(({ name, bytes }) => [`pictures/${name}`, bytes] as const);
  const compiler = compilerFor(new Map([...files, ...pictured]), folders);
  const outcome = compiler.compile({
    mainFilePath: join(folders.templates, 'main.typ'),
    inputs: {
      paper,
      attach: standard === 'a-3a' ? 'data' : '',
      pictures: pictures.map(({ name }) => name).join(' '),
    },
  });
  if (outcome.result) return { compiler, document: outcome.result };
  const error = outcome.takeError();
  return { wrong: inWords(error ? compiler.fetchDiagnostics(error) : []) };
}

/** Those that can be decoded, tried one by one. */
export function soundPictures(pictures: readonly Picture[], folders: TypesetFolders): Picture[] {
  return pictures.filter((picture) => {
    const probe = `#set page(width: auto, height: auto)\n#image("pictures/${picture.name}")\n`;
    const files = new Map<string, string | Uint8Array>([
      ['probe.typ', probe],
      [`pictures/${picture.name}`, picture.bytes],
    ]);
    const outcome = compilerFor(files, folders).compile({
      mainFilePath: join(folders.templates, 'probe.typ'),
    });
    return outcome.result !== null;
  });
}
