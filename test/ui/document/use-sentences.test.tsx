import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { sentencesOf } from '#core/extraction/sentences/sentences.ts';
import { chunksOf } from '#renderer/ui/features/document/chunks.ts';
import { useSentences } from '#renderer/ui/features/document/use-sentences.ts';

afterEach(cleanup);

const PARAGRAPH = 'The bridge of Dr. Halabi was closed. Three villages were left without water.\n\n';
const read = (text: string) => {
  const chunks = chunksOf(text);
  return renderHook(() => useSentences(text, chunks)).result;
};

describe('the sentences of an article', () => {
  it('are there at once for a short one, headings left out', () => {
    const text = `A heading\n\n${PARAGRAPH}`;
    expect(read(text).current).toEqual(sentencesOf(text).slice(1));
  });

  it('are found in slices for a long one, and are the same', async () => {
    const text = PARAGRAPH.repeat(4_000);
    const result = read(text);
    expect(result.current).toBeNull();
    await waitFor(() => expect(result.current).toHaveLength(8_000), { timeout: 20_000 });
    expect(result.current).toEqual(sentencesOf(text));
  });
});
