import { findNeedles, type Needle } from '#core/protection/find.ts';
import { skeletonOf } from '#core/protection/fold.ts';
import type { Guard, Leak } from '#core/ports/finished-file.ts';
import { percent } from './readings/escapes.ts';
import { toWindows1256 } from './readings/charset.ts';
import type { LeakReport, Piece, Place } from './leak.ts';

/** Leaks told of; one is enough to stop. */
const MOST_LEAKS = 20;

const keyOf = (place: Place): string => JSON.stringify(place);

/** The bytes a spelling has in files of every usual encoding, as it is, small and capital. */
function bytesOf(words: string): Buffer[] {
  const forms = new Set(
    [words, words.toLowerCase(), words.toUpperCase()].map((form) => form.normalize('NFC')),
  );
  return [...forms].flatMap((form) => {
    const wide = Buffer.from(form, 'utf16le');
    const arabic = toWindows1256(form);
    return [Buffer.from(form, 'utf8'), wide, Buffer.from(wide).swap16(), ...(arabic ? [arabic] : [])];
  });
}

/**
 * Folded letters alone, doubled ones once: on a page, a vowel sign comes with its letter a second
 * time, and blanks and signs are lost (pdf.js knows no ActualText).
 */
const lettersOf = (text: string): string => skeletonOf(text).replaceAll(/(.)\1+/gu, '$1');

/** Fewer letters stand side by side by chance where blanks do not count. */
const LEAST_LETTERS = 8;

/** Shorter runs of bytes come up by chance in any picture. */
const LEAST_BYTES = 6;

/** Looks for spellings in the pieces of a file. */
export class Search {
  readonly #needles: readonly Needle[];
  readonly #watched: readonly Needle[];
  readonly #patterns: readonly { readonly itemId: string; readonly bytes: Buffer }[];
  readonly #letters: readonly { readonly itemId: string; readonly letters: string }[];
  readonly #leaks = new Map<string, Leak>();
  readonly #holds = new Set<string>();
  readonly #unread = new Map<string, Place>();

  constructor({ needles, watched }: Guard) {
    this.#needles = needles.map((needle) => ({ ...needle, as: '' }));
    this.#watched = watched.map((needle) => ({ ...needle, as: '' }));
    this.#letters = needles
      .map(({ itemId, words }) => ({ itemId, letters: lettersOf(words) }))
      .filter(({ letters }) => letters.length >= LEAST_LETTERS);
    this.#patterns = needles.flatMap(({ itemId, words }) =>
      bytesOf(words).flatMap((bytes) => (bytes.length < LEAST_BYTES ? [] : [{ itemId, bytes }])),
    );
  }

  take(piece: Piece): void {
    const { place } = piece;
    if ('unread' in piece) this.#unread.set(keyOf(place), place);
    else if ('bytes' in piece) this.#takeBytes(piece.bytes, place);
    else if ('letters' in piece) this.#takeLetters(lettersOf(piece.letters), place);
    else {
      for (const text of new Set([piece.text, percent(piece.text)])) {
        for (const { itemId } of findNeedles(text, this.#needles)) this.#leak(itemId, place);
        for (const { itemId } of findNeedles(text, this.#watched)) this.#holds.add(itemId);
      }
    }
  }

  report(): LeakReport {
    return {
      leaks: [...this.#leaks.values()].slice(0, MOST_LEAKS),
      holds: [...this.#holds],
      unread: [...this.#unread.values()],
    };
  }

  #takeLetters(page: string, place: Place): void {
    for (const { itemId, letters } of this.#letters) if (page.includes(letters)) this.#leak(itemId, place);
  }

  #takeBytes(given: Uint8Array, place: Place): void {
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
    for (const { itemId, bytes: wanted } of this.#patterns) {
      if (bytes.includes(wanted)) this.#leak(itemId, [...place, { kind: 'bytes', name: '' }]);
    }
  }

  #leak(itemId: string, place: Place): void {
    this.#leaks.set(`${itemId} ${keyOf(place)}`, { itemId, place });
  }
}
