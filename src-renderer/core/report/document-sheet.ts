import type { Document, TranslationOf } from '../model/document.ts';
import { fill, type ReportLabels } from './labels/report-labels.ts';
import type { ReportDocument } from './report-model.ts';
import { dateWords, joined, labelled } from './wording.ts';

function translationWords({ held, language, title }: TranslationOf, labels: ReportLabels): string {
  const { lines, locale } = labels;
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const from = language ? fill(lines.translatedFrom, { language: languageName(names, language) }) : '';
  return joined([held ? lines.originalHeld : lines.originalNotHeld, from, title ?? ''], labels.semicolon);
}

/** Tags that are no BCP 47 are shown as they were written. */
function languageName(names: Intl.DisplayNames, tag: string): string {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? (names.of(tag) ?? tag) : tag;
}

/** What is known of a document, its defects included. */
export function reportDocument(document: Document, labels: ReportLabels): ReportDocument {
  const { lines, locale } = labels;
  const { published, retrieved, translationOf, language } = document;
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  return {
    ref: document.ref,
    title: document.title,
    facts: labelled(
      [lines.publisher, document.publisher],
      [lines.author, document.author],
      [lines.url, document.url],
      [lines.published, published ? dateWords(published, labels) : lines.noDate],
      [lines.retrieved, retrieved && dateWords(retrieved, labels)],
      [lines.language, language && languageName(names, language)],
      [lines.translation, translationOf && translationWords(translationOf, labels)],
    ),
    defects: document.defects.map(({ note }) => note),
  };
}
