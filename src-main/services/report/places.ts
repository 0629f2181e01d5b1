import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { ReportPlace } from '#core/report/excerpt.ts';

/** What the templates say of their layout: label, page from 1, points from its upper edge, points of its height. */
type Said = {
  readonly value: readonly (readonly [label: string, page: number, top: number, height: number])[];
};

/** Where the claims and the items of the annex begin in a report that was laid out. */
export function placesOf(compiler: NodeCompiler, document: NodeTypstDocument): ReportPlace[] {
  // Our own templates write it; a report without them is laid out by nobody.
  const [said] = compiler.query(document, { selector: '<places>' }) as readonly Said[];
  return (said?.value ?? []).map(([label, page, top, height]) => ({
    kind: label.startsWith('claim-') ? 'claim' : 'item',
    page: page - 1,
    top,
    height,
  }));
}
