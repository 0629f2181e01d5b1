import { execFileSync } from 'node:child_process';

type PdfObject = Readonly<Record<string, unknown>>;

/** An element of a PDF's structure tree (ISO 32000-1, 14.7.2): its type, alternative text, children. */
export type StructElement = {
  readonly type: string;
  readonly alt: string | null;
  readonly children: readonly StructElement[];
};

/** What qpdf tells of each object of a file (JSON version 2), by reference ("12 0 R"). */
function objectsOf(path: string): (value: unknown) => unknown {
  const json = execFileSync('qpdf', ['--json=2', '--json-key=qpdf', path], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const { qpdf } = JSON.parse(json) as { qpdf: [unknown, Record<string, { value?: unknown }>] };
  const objects = qpdf[1];
  return (value) => {
    if (value === 'trailer') return objects['trailer']?.value;
    return typeof value === 'string' && /^\d+ \d+ R$/.test(value) ? objects[`obj:${value}`]?.value : value;
  };
}

const isObject = (value: unknown): value is PdfObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** The structure tree of a tagged PDF file. Throws when there is none. */
export function structureOf(path: string): StructElement {
  const resolve = objectsOf(path);
  const at = (holder: unknown, key: string): unknown => (isObject(holder) ? resolve(holder[key]) : undefined);
  const read = (value: unknown): StructElement[] => {
    const held = resolve(value);
    if (Array.isArray(held)) return held.flatMap(read);
    if (!isObject(held) || typeof held['/S'] !== 'string') return [];
    const alt = held['/Alt'];
    return [
      {
        type: held['/S'].slice(1),
        alt: typeof alt === 'string' ? alt.replace(/^u:/, '') : null,
        children: read(held['/K']),
      },
    ];
  };
  const root = at(at(resolve('trailer'), '/Root'), '/StructTreeRoot');
  if (!isObject(root)) throw new Error('The file is not tagged.');
  return { type: 'Root', alt: null, children: read(root['/K']) };
}

/** The element and all below it, in reading order. */
export const inOrder = (element: StructElement): StructElement[] => [
  element,
  ...element.children.flatMap(inOrder),
];

/** Links of a PDF file within itself: the names they lead to, and those names that lead to a page of it. */
export function innerLinksOf(path: string): { readonly wanted: string[]; readonly led: ReadonlySet<string> } {
  const resolve = objectsOf(path);
  const at = (holder: unknown, key: string): unknown => (isObject(holder) ? resolve(holder[key]) : undefined);
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const root = at(resolve('trailer'), '/Root');
  const pages = (node: unknown): PdfObject[] => {
    const held = resolve(node);
    if (!isObject(held)) return [];
    return held['/Type'] === '/Page' ? [held] : list(at(held, '/Kids')).flatMap(pages);
  };
  const all = pages(at(root, '/Pages'));
  const wanted = all
    .flatMap((page) => list(at(page, '/Annots')).map(resolve))
    .flatMap((annotation) => (isObject(annotation) ? (annotation['/Dest'] ?? []) : []))
    .filter((name) => typeof name === 'string');
  const led = new Set<string>();
  // A name tree (ISO 32000-1, 7.9.6): names and what they stand for, one after the other.
  const read = (node: unknown): void => {
    const names = list(at(resolve(node), '/Names'));
    for (let name = 0; name + 1 < names.length; name += 2) {
      const stands = resolve(names[name + 1]);
      const [page] = list(isObject(stands) ? at(stands, '/D') : stands);
      const target = resolve(page);
      if (isObject(target) && all.includes(target)) led.add(String(names[name]));
    }
    for (const kid of list(at(resolve(node), '/Kids'))) read(kid);
  };
  read(at(at(root, '/Names'), '/Dests'));
  return { wanted, led };
}
