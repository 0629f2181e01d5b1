import './as-window.ts';
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { ImportError } from '../import-error.ts';
import type { GlyphPage } from './glyph.ts';
import { type Drawn, type Matrix, TextState } from './text-state.ts';

// Without it pdf.js would start a worker of its own: this is one already, which can be stopped.
Reflect.set(globalThis, 'pdfjsWorker', { WorkerMessageHandler });

const REASONS: Readonly<Record<string, 'protected-file' | 'damaged-file'>> = {
  PasswordException: 'protected-file',
  InvalidPDFException: 'damaged-file',
  FormatError: 'damaged-file',
  XRefParseException: 'damaged-file',
};

const refusal = (error: unknown): ImportError =>
  new ImportError(REASONS[error instanceof Error ? error.name : ''] ?? 'damaged-file', String(error), {
    cause: error,
  });

/** Opens a PDF to read its words. Throws ImportError: `protected-file`, `damaged-file`. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      // pdf.js takes the bytes away and refuses those of Node.
      data: new Uint8Array(bytes),
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      // No picture is decoded: words alone are wanted.
      maxImageSize: 1,
      verbosity: 0,
    }).promise;
  } catch (error) {
    throw refusal(error);
  }
}

/** The arguments of an operator, as pdf.js gives them. */
type Args = readonly unknown[] | null;

const numbersOf = (args: Args): number[] =>
  (args ?? []).map((value) => (typeof value === 'number' && Number.isFinite(value) ? value : 0));

function matrixOf(args: Args): Matrix {
  const list =
    Array.isArray(args?.[0]) || ArrayBuffer.isView(args?.[0]) ? Array.from(args[0] as Float32Array) : args;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(list);
  return [a, b, c, d, e, f];
}

const isDrawn = (value: unknown): value is Drawn =>
  typeof value === 'object' && value !== null && 'unicode' in value && 'width' in value;

/** What a showing operator draws; invisible marks of formatting are no part of a text. */
function drawnOf(args: Args): (Drawn | number)[] {
  const [list] = args ?? [];
  if (!Array.isArray(list)) return [];
  return (list as unknown[]).flatMap((one): (Drawn | number)[] => {
    if (typeof one === 'number') return [one];
    if (!isDrawn(one)) return [];
    const unicode = one.unicode.replaceAll(/[\p{Cc}\p{Cs}\p{Co}\u200b\ufeff]/gu, '');
    return [{ unicode, width: one.width, isSpace: one.isSpace }];
  });
}

type Fonts = PDFPageProxy['commonObjs'];

/** Width of a unit of the font: fonts made of drawings have a scale of their own. */
function unitOf(fonts: Fonts, name: unknown): number {
  if (typeof name !== 'string' || !fonts.has(name)) return 0.001;
  const font: unknown = fonts.get(name);
  const matrix = typeof font === 'object' && font !== null && 'fontMatrix' in font ? font.fontMatrix : null;
  const unit: unknown = Array.isArray(matrix) ? matrix[0] : null;
  return typeof unit === 'number' && unit !== 0 ? Math.abs(unit) : 0.001;
}

function apply(state: TextState, operator: number, args: Args, fonts: Fonts): void {
  const [first = 0, second = 0] = numbersOf(args);
  switch (operator) {
    case OPS.save:
      return state.save();
    case OPS.restore:
    case OPS.paintFormXObjectEnd:
      return state.restore();
    case OPS.transform:
      return state.transform(matrixOf(args));
    case OPS.paintFormXObjectBegin:
      state.save();
      return state.transform(matrixOf(args));
    case OPS.beginText:
      return state.textMatrix();
    case OPS.setTextMatrix:
      return state.textMatrix(matrixOf(args));
    case OPS.moveText:
      return state.move(first, second);
    case OPS.setLeadingMoveText:
      state.set({ leading: -second });
      return state.move(first, second);
    case OPS.nextLine:
      return state.nextLine();
    case OPS.setLeading:
      return state.set({ leading: first });
    case OPS.setCharSpacing:
      return state.set({ charSpacing: first });
    case OPS.setWordSpacing:
      return state.set({ wordSpacing: first });
    case OPS.setHScale:
      return state.set({ scale: first / 100 });
    case OPS.setTextRise:
      return state.set({ rise: first });
    case OPS.setFont:
      return state.set({ size: second, unit: unitOf(fonts, args?.[0]) });
    case OPS.showText:
      return state.show(drawnOf(args));
    default:
      return undefined;
  }
}

/** The glyphs of a page, counted from 1. Throws ImportError `damaged-file`. */
export async function glyphsOf(document: PDFDocumentProxy, number: number): Promise<GlyphPage> {
  try {
    const page = await document.getPage(number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const { fnArray, argsArray } = await page.getOperatorList();
    const state = new TextState(matrixOf(transform));
    for (const [at, operator] of fnArray.entries()) {
      apply(state, operator, argsArray[at] as Args, page.commonObjs);
    }
    page.cleanup();
    return { width, height, glyphs: state.glyphs };
  } catch (error) {
    throw refusal(error);
  }
}
