import type { CaseState } from '../../model/case-state.ts';
import type { ClaimDate } from '../../model/claim.ts';
import type { Item } from '../../model/item.ts';
import { displayName, partyName } from '../../model/names.ts';
import { documentsOf, speakerOf } from './chosen.ts';
import { type ClaimTexts } from './columns.ts';
import { joinList } from './lists.ts';

/** `2014-09 (hijri): "last autumn"`; read back by {@link parseDate}. */
const dateText = ({ edtf, calendar, note }: ClaimDate): string =>
  `${edtf}${calendar === 'hijri' ? ' (hijri)' : ''}${note === null ? '' : `: ${note}`}`;

/** A date of a claim from its text; whether it is one at all is for the caller to check. */
export function parseDate(text: string): ClaimDate {
  const match = /^(\S+?)( \(hijri\))?(?:: (.*))?$/su.exec(text.trim());
  return {
    edtf: match?.[1] ?? text,
    calendar: match?.[2] ? 'hijri' : 'gregorian',
    note: match?.[3] ?? null,
  };
}

function findingTexts({ finding }: Item<'claim'>) {
  return {
    status: finding?.status ?? 'unverified',
    reason: finding?.reason ?? 'not started',
    part: finding?.part ?? '',
    rationale: finding?.rationale ?? '',
    asOf: finding?.asOf ?? '',
    confidence: finding?.confidence ?? '',
    saidAsReported: finding?.saidAsReported ?? '',
    wouldChange: finding?.wouldChange ?? '',
    reviewBy: finding?.reviewBy ?? '',
  };
}

function documentTexts(state: CaseState, claim: Item<'claim'>) {
  const documents = documentsOf(state, claim);
  return {
    document: joinList(documents.map(({ title }) => title)),
    documentUrl: joinList(documents.flatMap(({ url }) => url ?? [])),
    published: joinList(documents.flatMap(({ published }) => published ?? [])),
  };
}

/** A claim as text, field by field. The state must have gone through the protection of names. */
export function claimTexts(state: CaseState, claim: Item<'claim'>): ClaimTexts {
  const speaker = speakerOf(state, claim);
  return {
    ref: claim.ref,
    statement: claim.statement,
    ...findingTexts(claim),
    speaker: speaker ? displayName(speaker) : '',
    speakerKind: speaker?.kind ?? '',
    quotation: joinList(claim.anchors.map(({ exact }) => exact)),
    original: claim.original ?? '',
    gloss: claim.gloss ?? '',
    reading: claim.reading ?? '',
    priority: claim.priority,
    accuses: claim.accuses ? 'yes' : 'no',
    subjects: joinList(claim.subjects.map((id) => partyName(state, id)).filter((name) => name !== '')),
    tags: joinList(claim.tags),
    dates: joinList(claim.dates.map(dateText)),
    use: claim.use?.kind ?? '',
    useWording: claim.use?.wording ?? '',
    skip: claim.skip?.reason ?? '',
    skipNote: claim.skip?.note ?? '',
    ...documentTexts(state, claim),
  };
}
