import { linkOrSelf } from '../../finding/capture-set.ts';
import type { Item } from '../../model/item.ts';
import { compareRefs } from '../../model/refs.ts';
import { assessmentsWith } from '../../queries/indexes.ts';
import type { LeavingCase } from '../claims/chosen.ts';
import { extensionOf } from '../project-file/layout.ts';

/** A sealed file and the path it gets in the bag. */
export type BagFile = {
  readonly path: string;
  readonly sha256: string;
  readonly crc32: number;
  readonly size: number;
};

export type BagPlan = {
  readonly files: readonly BagFile[];
  /** References of pictures with masked regions: their originals may not leave. */
  readonly masked: readonly string[];
};

/** Where the evidence lies in the bag, and the table that describes it. */
const FOLDER = 'data/files';
export const BAG_TABLE = 'data/evidence.csv';

const NAME_LENGTH = 80;

/**
 * A name every file system takes (RFC 8493, 5.2.2 and 6): no separators, no signs that Windows
 * forbids, no control characters, no percent sign, composed letters (NFC).
 */
function safeName(name: string): string {
  const base = name.normalize('NFC').replace(/\.[^.]*$/u, '');
  return [...base.replaceAll(/[^\p{L}\p{N}\p{M}_-]+/gu, '-').replaceAll(/^-+|-+$/g, '')]
    .slice(0, NAME_LENGTH)
    .join('');
}

function pathOf(item: Item<'evidence'>, fileName: string, taken: Set<string>): string {
  const name = [item.ref, safeName(fileName)].filter((part) => part !== '').join('-');
  const ending = extensionOf(fileName);
  // Two items may bear one reference after a merge.
  for (let again = 1; ; again += 1) {
    const path = `${FOLDER}/${name}${again === 1 ? '' : `-${again}`}.${ending}`;
    if (taken.has(path.toLowerCase())) continue;
    taken.add(path.toLowerCase());
    return path;
  }
}

/** The files of the evidence, those that bear on the chosen claims alone, by reference. */
export function bagFiles(
  { state }: LeavingCase,
  claimIds: readonly string[] | null,
  quarantined: ReadonlySet<string> = new Set(),
): BagPlan {
  const wanted = claimIds && new Set(claimIds);
  const taken = new Set<string>();
  const items = [...state.evidence.values()]
    .filter(
      (item) =>
        wanted === null ||
        [item.id, linkOrSelf(state, item).id].some((id) =>
          assessmentsWith(state, id).some(({ claimId }) => wanted.has(claimId)),
        ),
    )
    .sort((a, b) => compareRefs(a.ref, b.ref));
  const masked = items.filter(({ masks }) => masks.length > 0);
  const files = items.flatMap((item): BagFile[] => {
    if (!item.file || item.masks.length > 0 || quarantined.has(item.file.sha256)) return [];
    const { sha256, crc32, size, name } = item.file;
    return [{ path: pathOf(item, name, taken), sha256, crc32, size }];
  });
  return { files, masked: masked.map(({ ref }) => ref) };
}
