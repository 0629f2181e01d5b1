import { describe, expect, it } from 'vitest';
import { chunksOf } from '#renderer/ui/features/document/chunks.ts';
import { paragraphsIn } from '#renderer/ui/features/document/dom-offsets.ts';
import { type Step, step } from '#renderer/ui/features/document/stepping.ts';

const TEXT = 'He said the bridge fell. It was old.\n\nNobody came. Then they did.';
const PARAGRAPHS = paragraphsIn(chunksOf(TEXT));

function walk(...moves: Step[]): string {
  let selection: { start: number; end: number } | null = null;
  for (const move of moves) selection = step(TEXT, PARAGRAPHS, selection, move) ?? selection;
  return selection ? TEXT.slice(selection.start, selection.end) : '';
}

describe('choosing words by keyboard', () => {
  it('goes from sentence to sentence, over paragraphs, and stops at the ends', () => {
    expect(walk('next')).toBe('He said the bridge fell.');
    expect(walk('next', 'next', 'next')).toBe('Nobody came.');
    expect(walk('next', 'next', 'next', 'next', 'next')).toBe('Then they did.');
    expect(walk('next', 'next', 'next', 'previous')).toBe('It was old.');
    expect(walk('next', 'previous')).toBe('He said the bridge fell.');
  });

  it('moves either end word by word, never past the other', () => {
    expect(walk('next', 'start-on', 'start-on')).toBe('the bridge fell.');
    expect(walk('next', 'start-on', 'start-on', 'end-back')).toBe('the bridge fell');
    expect(walk('next', 'start-on', 'start-back')).toBe('He said the bridge fell.');
    expect(
      walk('next', 'end-back', 'end-back', 'end-back', 'end-back', 'end-back', 'end-back', 'end-back'),
    ).toBe('He');
    expect(walk('next', 'end-on')).toBe('He said the bridge fell. It');
  });

  it('has no end to move before a sentence is chosen', () => {
    expect(step(TEXT, PARAGRAPHS, null, 'start-on')).toBeNull();
  });

  it('goes on after a place in the text when nothing is chosen', () => {
    const from = TEXT.indexOf('old.') + 4;
    const next = step(TEXT, PARAGRAPHS, null, 'next', from);
    expect(next && TEXT.slice(next.start, next.end)).toBe('Nobody came.');
  });
});
