import type { FileFacts } from '#core/facts/file-facts.ts';
import { factsFromPdf } from '#core/facts/from-pdf.ts';
import { openPdf } from '../pdf/open-pdf.ts';

const END = new TextEncoder().encode('%%EOF');

/** How many times the mark of the end stands in a PDF. */
function endsIn(bytes: Uint8Array): number {
  let ends = 0;
  for (let at = bytes.indexOf(0x25); at !== -1; at = bytes.indexOf(0x25, at + 1)) {
    if (END.every((byte, offset) => bytes[at + offset] === byte)) ends += 1;
  }
  return ends;
}

/** What a PDF says of itself. Nothing in it is run or drawn. Throws ImportError as `openPdf` does. */
export async function readPdfFacts(bytes: Uint8Array): Promise<FileFacts> {
  // A web-ready PDF has a second end after its first page: no sign of a change.
  const linear = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('/Linearized');
  const ends = endsIn(bytes) - (linear ? 1 : 0);
  const document = await openPdf(bytes);
  try {
    const { info, metadata } = await document.getMetadata();
    const held = new Map(Object.entries(info));
    return factsFromPdf({
      info: Object.fromEntries(held),
      xmp: (name): unknown => (metadata?.has(name) ? metadata.get(name) : null),
      pages: document.numPages,
      ends,
    });
  } finally {
    await document.destroy();
  }
}
