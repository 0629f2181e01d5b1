import type { ClaimTable } from '../claims/table.ts';

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly Node[] => (Array.isArray(value) ? value : [value]).filter(isNode);
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export const ANNOTATION_COLUMNS = [
  'id',
  'describing',
  'classifying',
  'assessing',
  'tagging',
  'target',
] as const;

const PURPOSES = ANNOTATION_COLUMNS.slice(1, 5);

const targetText = (target: Node): string =>
  [
    text(target['source']),
    ...list(target['selector']).map((selector) =>
      selector['type'] === 'TextQuoteSelector'
        ? ['prefix', 'exact', 'suffix'].map((part) => text(selector[part])).join('|')
        : `${text(selector['start'])}–${text(selector['end'])}`,
    ),
  ].join(' ');

/** Whether the JSON is an AnnotationCollection as this program writes one. */
export const isAnnotations = (value: unknown): value is Node =>
  isNode(value) &&
  value['type'] === 'AnnotationCollection' &&
  (value['total'] === 0 || isNode(value['first']));

/** The annotations of such a collection as a table, one a row, counted from 1. */
export function readAnnotations(collection: Node): ClaimTable {
  const { first } = collection;
  const items = isNode(first) ? list(first['items']) : [];
  return {
    columns: ANNOTATION_COLUMNS,
    rows: items.map((item, at) => {
      const bodies = list(item['body']);
      const said = PURPOSES.map((purpose) =>
        bodies
          .filter((body) => body['purpose'] === purpose)
          .map(({ value }) => text(value))
          .join('; '),
      );
      return {
        line: at + 1,
        cells: [text(item['id']), ...said, list(item['target']).map(targetText).join('; ')],
      };
    }),
  };
}
