import type { Glyph } from './glyph.ts';

/** Six numbers of a transformation (ISO 32000-2, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The transformation that does `b` first, then `a`. */
export const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

/** What is drawn of a font: a character with its width in thousandths of the font's size. */
export type Drawn = { readonly unicode: string; readonly width: number; readonly isSpace: boolean };

type Graphics = {
  readonly ctm: Matrix;
  readonly size: number;
  /** Width of a unit of the font, 1/1000 but for fonts made of drawings (ISO 32000-2, 9.6.4). */
  readonly unit: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
};

/** A page's graphics and text state (ISO 32000-2, 8.4 and 9.3), as far as it says where glyphs stand. */
export class TextState {
  readonly glyphs: Glyph[] = [];
  #graphics: Graphics;
  readonly #saved: Graphics[] = [];
  #matrix: Matrix = IDENTITY;
  #x = 0;
  #y = 0;
  #line = { x: 0, y: 0 };

  /** `page`: from the page's own coordinates to those in which it is shown. */
  constructor(page: Matrix) {
    this.#graphics = {
      ctm: page,
      size: 0,
      unit: 0.001,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
    };
  }

  save(): void {
    this.#saved.push(this.#graphics);
  }

  restore(): void {
    this.#graphics = this.#saved.pop() ?? this.#graphics;
  }

  set(changed: Partial<Omit<Graphics, 'ctm'>>): void {
    this.#graphics = { ...this.#graphics, ...changed };
  }

  transform(matrix: Matrix): void {
    this.#graphics = { ...this.#graphics, ctm: times(this.#graphics.ctm, matrix) };
  }

  /** The matrix of the text that follows; its line starts there. */
  textMatrix(matrix: Matrix = IDENTITY): void {
    this.#matrix = matrix;
    this.#line = { x: 0, y: 0 };
    [this.#x, this.#y] = [0, 0];
  }

  /** Starts the next line so far from the start of this one. */
  move(x: number, y: number): void {
    this.#line = { x: this.#line.x + x, y: this.#line.y + y };
    [this.#x, this.#y] = [this.#line.x, this.#line.y];
  }

  nextLine(): void {
    this.move(0, -this.#graphics.leading);
  }

  /** Draws characters; numbers among them move what follows back, by thousandths of the size. */
  show(drawn: Iterable<Drawn | number>): void {
    const { size, unit, charSpacing, wordSpacing, scale } = this.#graphics;
    for (const one of drawn) {
      if (typeof one === 'number') {
        this.#x -= ((one * size) / 1000) * scale;
        continue;
      }
      // Spread letters have no spaces between them.
      const width = one.width * unit * size * scale;
      const advance = width + (charSpacing + (one.isSpace ? wordSpacing : 0)) * scale;
      this.#add(one.unicode, Math.abs(width) > Math.abs(advance) ? width : advance);
      this.#x += advance;
    }
  }

  #add(text: string, width: number): void {
    const { ctm, size, rise } = this.#graphics;
    const matrix = times(ctm, this.#matrix);
    const [a, b, c, d, e, f] = matrix;
    const x = a * this.#x + c * (this.#y + rise) + e;
    const y = b * this.#x + d * (this.#y + rise) + f;
    const stretch = Math.hypot(a, b);
    const turn = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
    const [along, across] = turned(x, y, turn);
    const advance = width * stretch;
    const held = { text, across, size: Math.abs(size) * Math.hypot(c, d), turn };
    // Fonts of a negative size run backwards.
    this.glyphs.push({ ...held, along: Math.min(along, along + advance), width: Math.abs(advance) });
  }
}

/** The point in the coordinates of a page that was turned until the text stands upright. */
function turned(x: number, y: number, turn: number): readonly [number, number] {
  if (turn === 1) return [y, -x];
  if (turn === 2) return [-x, -y];
  return turn === 3 ? [-y, x] : [x, y];
}
