import { linkOrSelf } from '../../finding/capture-set.ts';
import type { Region } from '../../model/evidence.ts';
import type { Item } from '../../model/item.ts';
import { compareRefs } from '../../model/refs.ts';
import { masksByFile } from '../../protection/masks.ts';
import { assessmentsWith } from '../../queries/indexes.ts';
import type { LeavingCase } from '../claims/chosen.ts';
import { extensionOf } from '../project-file/layout.ts';

/** A sealed file and the path it, or with masks its masked copy, gets in the bag. Sums and size are the original's. */
export type BagFile = {
  readonly path: string;
  /** Reference of its item. */
  readonly ref: string;
  readonly sha256: string;
  readonly crc32: number;
  readonly size: number;
  readonly mediaType: string;
  /** Parts that are blacked out in the copy that goes into the bag; none: the file goes as it is. */
  readonly masks: readonly Region[];
};

export type BagPlan = {
  readonly files: readonly BagFile[];
  /** References of pictures whose masks cannot be burned in: they may not leave. */
  readonly leftOut: readonly string[];
};

/** Where the evidence lies in the bag, and the table that describes it. */
const FOLDER = 'data/files';
export const BAG_TABLE = 'data/evidence.csv';

const NAME_LENGTH = 80;

/** Kinds of pictures that masked copies are made of. */
const MASKABLE: ReadonlySet<string> = new Set(['image/jpeg', 'image/png']);
/** Larger ones are not held in memory. */
const MASKABLE_BYTES = 100 * 1024 * 1024;

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

function pathOf(
  { ref }: Item<'evidence'>,
  fileName: string,
  kind: 'masked-copy' | '',
  taken: Set<string>,
): string {
  const name = [ref, safeName(fileName), kind].filter((part) => part !== '').join('-');
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
  const masksOf = masksByFile(state);
  const leftOut: string[] = [];
  const files = items.flatMap((item): BagFile[] => {
    if (!item.file || quarantined.has(item.file.sha256)) return [];
    const { sha256, crc32, size, name, mediaType } = item.file;
    const masks = masksOf(item);
    if (masks.length > 0 && (!MASKABLE.has(mediaType) || size > MASKABLE_BYTES)) {
      leftOut.push(item.ref);
      return [];
    }
    const path = pathOf(item, name, masks.length > 0 ? 'masked-copy' : '', taken);
    return [{ path, ref: item.ref, sha256, crc32, size, mediaType, masks }];
  });
  return { files, leftOut };
}
