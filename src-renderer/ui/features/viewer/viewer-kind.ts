import type { BlobRef } from '#core/model/evidence.ts';
import type { ViewedFormat } from '#core/ports/view-work.ts';

/** How a file is looked at. */
export type ViewerKind = 'picture' | 'video' | 'audio' | 'pdf' | ViewedFormat;

/** By media type; first match counts. */
const TYPES: readonly (readonly [RegExp, ViewerKind])[] = [
  [/^image\/(?:jpeg|png|gif|webp|avif|bmp)$/, 'picture'],
  [/^video\//, 'video'],
  [/^audio\//, 'audio'],
  [/^application\/pdf$/, 'pdf'],
  [/^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document$/, 'docx'],
  [/^(?:multipart\/related|message\/rfc822|application\/x-mimearchive)$/, 'mhtml'],
  [/^(?:text\/html|application\/xhtml\+xml)$/, 'html'],
  [/^(?:text\/.*|application\/(?:json|xml|.*\+(?:json|xml))|image\/svg\+xml)$/, 'text'],
];

/** By the ending of the name, for files whose type nobody knew. */
const ENDINGS: Readonly<Record<string, ViewerKind>> = {
  pdf: 'pdf',
  docx: 'docx',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  mht: 'mhtml',
  mhtml: 'mhtml',
  eml: 'mhtml',
  svg: 'text',
  txt: 'text',
  md: 'text',
  csv: 'text',
  tsv: 'text',
  json: 'text',
  jsonl: 'text',
  xml: 'text',
  log: 'text',
  srt: 'text',
  vtt: 'text',
};

/** How a file is looked at here; null for kinds that are not. A picture that is markup (SVG) is shown as text. */
export function viewerKind({ mediaType, name }: Pick<BlobRef, 'mediaType' | 'name'>): ViewerKind | null {
  const byType = TYPES.find(([type]) => type.test(mediaType.toLowerCase()))?.[1];
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return byType ?? (Object.hasOwn(ENDINGS, ending) ? (ENDINGS[ending] ?? null) : null);
}
