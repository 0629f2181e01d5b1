import { type FactName, type FileFacts, shown, tracesOfSoftware } from './file-facts.ts';
import { momentIn } from './moments.ts';

/** What a PDF says: its information dictionary, values of its XMP, and how often it was saved onto its end. */
export type PdfSays = {
  readonly info: Readonly<Record<string, unknown>>;
  /** A value of its XMP by lower-case name, such as `xmp:createdate`. */
  readonly xmp: (name: string) => unknown;
  readonly pages: number;
  /** Ends of file in it: one for each time it was written (ISO 32000-1, 7.5.6). */
  readonly ends: number;
};

/** What a PDF says of itself. */
export function factsFromPdf({ info, xmp, pages, ends }: PdfSays): FileFacts {
  const software = [
    ...new Set([shown(info['Creator']) ?? shown(xmp('xmp:creatortool')), shown(info['Producer'])]),
  ];
  const named = software.filter((value) => value !== null);
  const given: readonly (readonly [FactName, string | null])[] = [
    ['software', named.length > 0 ? named.join(' → ') : null],
    ['author', shown(info['Author'])],
    ['title', shown(info['Title'])],
    ['pages', pages > 0 ? String(pages) : null],
    ['version', shown(info['PDFFormatVersion'])],
  ];
  const times = [
    momentIn('made', info['CreationDate']) ?? momentIn('made', xmp('xmp:createdate')),
    momentIn('saved', info['ModDate']) ?? momentIn('saved', xmp('xmp:modifydate')),
    momentIn('tagged', xmp('xmp:metadatadate')),
  ];
  return {
    facts: given.flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
    times: times.filter((time) => time !== null),
    place: null,
    traces: [
      ...tracesOfSoftware(named).filter(({ kind }) => kind === 'editor'),
      ...(ends > 1 ? [{ kind: 'saved in parts', value: String(ends) } as const] : []),
    ],
  };
}
