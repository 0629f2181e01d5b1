import { evidenceRows } from '../../queries/evidence-rows.ts';
import { linkOrSelf } from '../../finding/capture-set.ts';
import { type PillarFinding, PILLARS } from '../../model/grading.ts';
import type { Item } from '../../model/item.ts';
import { assessmentsOf, assessmentsWith } from '../../queries/indexes.ts';
import { chosenClaims, type LeavingCase } from '../claims/chosen.ts';
import { CLAIM_COLUMNS, CLAIM_FIELDS } from '../claims/columns.ts';
import { claimTexts } from '../claims/claim-texts.ts';
import { joinList } from '../claims/lists.ts';
import { masksByFile } from '../../protection/masks.ts';
import { csvText } from './csv-text.ts';

const STANCE_COLUMNS = {
  supports: 'Evidence for',
  contradicts: 'Evidence against',
  background: 'Background',
} as const;
const STANCES = Object.keys(STANCE_COLUMNS) as (keyof typeof STANCE_COLUMNS)[];

/** The claims as CSV, one a row; those of the columns that an import knows are read back unchanged. */
export function claimsCsv({ state }: LeavingCase, claimIds: readonly string[] | null): string {
  const head = [...CLAIM_FIELDS.map((field) => CLAIM_COLUMNS[field]), ...Object.values(STANCE_COLUMNS)];
  const rows = chosenClaims(state, claimIds).map((claim) => {
    const texts = claimTexts(state, claim);
    const assessments = assessmentsOf(state, claim.id);
    const evidence = STANCES.map((side) =>
      joinList(
        assessments.flatMap(({ stance, evidenceId }) =>
          stance === side ? (state.evidence.get(evidenceId)?.ref ?? []) : [],
        ),
      ),
    );
    return [...CLAIM_FIELDS.map((field) => texts[field]), ...evidence];
  });
  return csvText([head, ...rows]);
}

const EVIDENCE_HEAD = [
  'Reference',
  'Kind',
  'Title',
  'Description',
  'Address',
  'Captured',
  'Words',
  'Origin',
  'Received from',
  'Received via',
  'Received when',
  'Forwarded',
  'Said to show',
  'Terms',
  'Reliability',
  'Credibility',
  ...PILLARS.map((pillar) => `Pillar: ${pillar}`),
  'Capture of',
  'Capture shows',
  'Capture taken',
  'Capture tool',
  'Capture by',
  'File name',
  'Media type',
  'Bytes',
  'Masked parts',
  'Supports',
  'Contradicts',
  'Background to',
];

/** A pillar in one cell: what is established of it, and the note. */
const pillarText = (finding: PillarFinding | null): string =>
  [finding?.state, finding?.note].filter(Boolean).join(': ');

/** Whether an item, or the link it is a capture of, bears on one of these claims. */
const bearsOnAny = (
  state: LeavingCase['state'],
  item: Item<'evidence'>,
  claims: ReadonlySet<string>,
): boolean =>
  [item.id, linkOrSelf(state, item).id].some((id) =>
    assessmentsWith(state, id).some(({ claimId }) => claims.has(claimId)),
  );

/**
 * The evidence as CSV, one item a row; with `claimIds` only what bears on these claims. It gives no
 * hash of a file: a hash proves possession.
 */
export function evidenceCsv({ state }: LeavingCase, claimIds: readonly string[] | null): string {
  const wanted = claimIds && new Set(claimIds);
  const items = evidenceRows(state).filter(
    ({ evidence }) => wanted === null || bearsOnAny(state, evidence, wanted),
  );
  const masksOf = masksByFile(state);
  const rows = items.map(({ evidence: item, origin, receivedFrom, bearings, captureOf }) => {
    const { receipt, file } = item;
    const masks = masksOf(item).length;
    return [
      item.ref,
      item.kind,
      item.title,
      item.description ?? '',
      item.url ?? '',
      item.capturedAt ?? '',
      item.text ?? '',
      origin ?? '',
      receivedFrom,
      receipt?.via ?? '',
      receipt?.when ?? '',
      receipt?.forwarded === null || receipt?.forwarded === undefined ? '' : receipt.forwarded ? 'yes' : 'no',
      receipt?.saidToShow ?? '',
      receipt?.terms ?? '',
      item.reliability ?? '',
      joinList(
        assessmentsWith(state, item.id).flatMap(({ claimId, credibility }) =>
          credibility === null ? [] : [`${state.claim.get(claimId)?.ref ?? ''} ${credibility}`],
        ),
      ),
      ...PILLARS.map((pillar) => pillarText(item.pillars[pillar])),
      captureOf ?? '',
      joinList(item.capture?.shows ?? []),
      item.capture?.at ?? '',
      item.capture?.tool ?? '',
      item.capture?.by ?? '',
      file?.name ?? '',
      file?.mediaType ?? '',
      // A masked copy leaves, and the size of the original would tell it apart.
      file && masks === 0 ? String(file.size) : '',
      masks > 0 ? String(masks) : '',
      ...STANCES.map((side) =>
        joinList(bearings.flatMap(({ stance, ref }) => (stance === side ? [ref] : []))),
      ),
    ];
  });
  return csvText([EVIDENCE_HEAD, ...rows]);
}
