import type { Item } from '../model/item.ts';
import type { ReportLabels } from './labels/report-labels.ts';
import type { Labelled, ReportDocument } from './report-model.ts';

/** What is known of a document, its defects included. */
export function reportDocument(document: Item<'document'>, labels: ReportLabels): ReportDocument {
  const { document: words } = labels;
  const { translationOf } = document;
  const facts: readonly (Labelled | null)[] = [
    document.publisher ? { label: words.publisher, text: document.publisher } : null,
    document.author ? { label: words.author, text: document.author } : null,
    document.url ? { label: words.url, text: document.url } : null,
    { label: words.published, text: document.published ?? words.noDate },
    document.retrieved ? { label: words.retrieved, text: document.retrieved } : null,
    document.language ? { label: words.language, text: document.language } : null,
    translationOf
      ? { label: words.translation, text: translationOf.held ? words.originalHeld : words.originalNotHeld }
      : null,
  ];
  return {
    ref: document.ref,
    title: document.title,
    facts: facts.filter((fact) => fact !== null),
    defects: document.defects.map(({ note }) => note),
  };
}
