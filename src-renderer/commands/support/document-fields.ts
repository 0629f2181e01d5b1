import type { CaseState } from '#core/model/case-state.ts';
import { normaliseEdtf, parseEdtf } from '#core/model/dates.ts';
import type { Document } from '#core/model/document.ts';
import type { Refusal } from '#core/ports/command.ts';
import { missing } from './find.ts';
import { refuse } from './refuse.ts';
import { orNull, tidy } from './text.ts';

/** What a person says about a document. */
export type DocumentFields = Pick<
  Document,
  | 'title'
  | 'publisher'
  | 'publisherId'
  | 'author'
  | 'url'
  | 'published'
  | 'retrieved'
  | 'language'
  | 'translationOf'
  | 'defects'
>;

/** Checks what was given, of the document as it stands (`held`) or of a new one, and returns it as it is stored. */
export function tidyDocument(
  state: CaseState,
  given: Partial<DocumentFields>,
  held?: Pick<Document, 'publisherId'>,
): Partial<DocumentFields> | Refusal {
  if (given.title !== undefined && orNull(given.title) === null) return refuse('title-empty');
  const gone = missing(state, 'party', [given.publisherId], [held?.publisherId]);
  if (gone) return gone;
  const tidied = tidy(given, ['publisher', 'author', 'url', 'published', 'retrieved', 'language']);
  const published = tidied.published ? normaliseEdtf(tidied.published) : tidied.published;
  for (const date of [published, tidied.retrieved]) {
    if (date && parseEdtf(date) === null) return refuse('date-bad', { text: date });
  }
  const { title, translationOf, defects } = given;
  return {
    ...tidied,
    ...(published === undefined ? {} : { published }),
    ...(title === undefined ? {} : { title: title.trim() }),
    ...(translationOf ? { translationOf: tidy(translationOf, ['language', 'title']) } : {}),
    ...(defects ? { defects: defects.filter(({ note }) => orNull(note) !== null) } : {}),
  };
}
