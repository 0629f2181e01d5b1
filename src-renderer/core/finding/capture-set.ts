import { CAPTURE_PARTS, type Capture, type CapturePart, OPTIONAL_PARTS } from '../model/capture.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Item } from '../model/item.ts';
import { compareRefs } from '../model/refs.ts';
import { groupBy, NONE } from '../queries/indexes.ts';
import { memoised } from '../queries/memo.ts';

/** What is looked for: the address, the parts, who, when and with what, and the hash of each file. */
export const CAPTURE_ELEMENTS = ['address', ...CAPTURE_PARTS, 'time', 'tool', 'person', 'hash'] as const;
export type CaptureElement = (typeof CAPTURE_ELEMENTS)[number];

/** A capture as the meter reads it: where its file came in, a hash was taken with it. */
export type TakenCapture = Pick<Capture, 'shows' | 'at' | 'tool' | 'by'> & { readonly hashed: boolean };

const isOptional = (part: CapturePart): boolean => OPTIONAL_PARTS.some((optional) => optional === part);

/**
 * What the captures of a link still lack of the set that the Berkeley Protocol asks for (2022,
 * chapter VI, section C; see core/model/capture.ts). The collection data (time, tool, person) and the
 * hash are wanted of every capture; a part is there when one capture shows it, when a person said
 * that the page has none, or, for the context, when the item is described.
 */
export function captureGaps(
  link: Pick<Evidence, 'url' | 'description' | 'captureNone'>,
  captures: readonly TakenCapture[],
): CaptureElement[] {
  const every = (has: (capture: TakenCapture) => boolean) => captures.length > 0 && captures.every(has);
  const holds = (part: CapturePart): boolean =>
    captures.some(({ shows }) => shows.includes(part)) ||
    (isOptional(part) && link.captureNone.some((none) => none === part)) ||
    (part === 'context' && Boolean(link.description?.trim()));
  const present: Readonly<Record<CaptureElement, boolean>> = {
    address: link.url !== null,
    'source code': holds('source code'),
    'full page': holds('full page'),
    'embedded media': holds('embedded media'),
    'embedded metadata': holds('embedded metadata'),
    context: holds('context'),
    time: every(({ at }) => at !== null),
    tool: every(({ tool }) => tool !== null),
    person: every(({ by }) => by !== null),
    hash: every(({ hashed }) => hashed),
  };
  return CAPTURE_ELEMENTS.filter((element) => !present[element]);
}

const byLink = memoised((evidence: CaseState['evidence']) =>
  groupBy(evidence.values(), ({ capture }) => (capture ? [capture.linkId] : [])),
);

/** The captures of a link, by reference. */
export const capturesOf = (
  { evidence }: Pick<CaseState, 'evidence'>,
  linkId: string,
): readonly Item<'evidence'>[] =>
  [...(byLink(evidence).get(linkId) ?? NONE)].sort((a, b) => compareRefs(a.ref, b.ref));

/** What a link of the case still lacks. */
export const gapsOfLink = (state: Pick<CaseState, 'evidence'>, link: Item<'evidence'>): CaptureElement[] =>
  captureGaps(
    link,
    capturesOf(state, link.id).flatMap(({ capture, file }) =>
      capture ? [{ ...capture, hashed: file !== null }] : [],
    ),
  );

/** The item an item stands for: of a capture its link, else itself. */
export const linkOrSelf = (
  { evidence }: Pick<CaseState, 'evidence'>,
  item: Item<'evidence'>,
): Item<'evidence'> => evidence.get(item.capture?.linkId ?? '') ?? item;
