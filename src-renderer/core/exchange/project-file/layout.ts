/** Where everything stands in the bag; paths are relative to the bag's own folder. */
export const BAG = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  caseFile: 'data/case.json',
  journal: 'data/journal.jsonl',
  chains: 'data/chains.json',
} as const;

/** The files every bag of ours holds. */
export const REQUIRED: readonly string[] = Object.values(BAG);

const DOCUMENT = /^data\/documents\/([A-Za-z0-9][A-Za-z0-9-]{0,99})\.txt$/;
const EVIDENCE = /^data\/evidence\/([0-9a-f]{64})\.([a-z0-9]{1,10})$/;
const FOLDER = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/;

export const documentPath = (id: string): string => `data/documents/${id}.txt`;
export const evidencePath = (sha256: string, ext: string): string => `data/evidence/${sha256}.${ext}`;

/** What a path in the bag holds, or null when no project file holds such a path. */
export type Place =
  | { readonly kind: 'fixed' }
  | { readonly kind: 'document'; readonly id: string }
  | { readonly kind: 'evidence'; readonly sha256: string; readonly ext: string };

export function placeOfPath(path: string): Place | null {
  if (REQUIRED.includes(path)) return { kind: 'fixed' };
  const document = DOCUMENT.exec(path);
  if (document?.[1]) return { kind: 'document', id: document[1] };
  const evidence = EVIDENCE.exec(path);
  if (evidence?.[1] && evidence[2]) return { kind: 'evidence', sha256: evidence[1], ext: evidence[2] };
  return null;
}

/** Whether a name may be that of the bag's own folder. */
export const isBagFolder = (name: string): boolean => FOLDER.test(name);

/** The bag's own folder, from the case's title: ASCII, safe on every system. */
export function bagFolderFor(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  // Windows keeps such names for devices.
  return words === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(words) ? 'case' : words;
}

/** Ending of an evidence file in the bag: that of its own name where it is plain, else `bin`. */
export function extensionOf(fileName: string): string {
  const ending = /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1];
  return ending?.toLowerCase() ?? 'bin';
}
