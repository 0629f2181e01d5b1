/** The first sentence of a text as a selection, so that "N makes a claim" can be tried at once. */
export function selectFirstSentence(documentId: string, text: string) {
  const start = text.search(/\S/);
  if (start < 0) return null;
  const [first] = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(
    text.slice(start, start + 2000),
  );
  const end = start + (first?.segment.trimEnd().length ?? 1);
  return { documentId, start, end };
}
