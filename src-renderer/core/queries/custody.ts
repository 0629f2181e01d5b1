import { type Handling, HANDLINGS } from '../model/evidence.ts';
import type { Json } from '../model/json.ts';
import type { HistoryChange, HistoryStep } from './history.ts';

/** What happened to an evidence item, by the history alone. */
export type CustodyAct =
  | { readonly what: 'stored'; readonly file: string; readonly sha256: string }
  | { readonly what: 'noted' | 'received' | 'described' | 'grouped' | 'masked' | 'removed' }
  | { readonly what: Handling['what'] }
  | { readonly what: 'captured'; readonly evidenceId: string; readonly file: string }
  | { readonly what: 'graded'; readonly grade: string; readonly claimId: string | null }
  | { readonly what: 'assessed'; readonly claimId: string; readonly stance: string }
  | { readonly what: 'unassessed'; readonly claimId: string }
  | { readonly what: 'exported'; readonly releaseId: string; readonly file: string; readonly kind: string };

/** One act with who did it and when (milliseconds since 1970, by their clock). */
export type CustodyEvent = CustodyAct & {
  readonly at: number;
  readonly alias: string;
  readonly batch: string;
};

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** Fields whose change says no more than that the item was described. */
const DESCRIBING = ['title', 'description', 'url', 'capturedAt', 'text', 'capture', 'captureNone'] as const;

function fileAct(file: Json | undefined): CustodyAct[] {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return [];
  const { name, sha256 } = file as { readonly [key: string]: Json };
  return [{ what: 'stored', file: text(name), sha256: text(sha256) }];
}

function handlingActs(handling: Json | undefined): CustodyAct[] {
  if (typeof handling !== 'object' || handling === null || !('what' in handling)) return [];
  const what = HANDLINGS.find((known) => known === handling.what);
  return what ? [{ what }] : [];
}

function itemActs({ op, patch }: HistoryChange): CustodyAct[] {
  if (op === 'delete') return [{ what: 'removed' }];
  if (op === 'create') {
    const stored = fileAct(patch['file']);
    const first: CustodyAct[] = stored.length > 0 ? stored : [{ what: 'noted' }];
    return patch['receipt'] ? [...first, { what: 'received' }] : first;
  }
  const changed = (field: string): boolean => Object.hasOwn(patch, field);
  return [
    ...fileAct(patch['file']),
    ...(changed('receipt') ? [{ what: 'received' } as const] : []),
    ...(DESCRIBING.some(changed) ? [{ what: 'described' } as const] : []),
    ...(changed('originId') ? [{ what: 'grouped' } as const] : []),
    ...handlingActs(patch['handling']),
    ...(changed('masks') ? [{ what: 'masked' } as const] : []),
    ...(changed('reliability') || changed('pillars')
      ? [{ what: 'graded', grade: text(patch['reliability']), claimId: null } as const]
      : []),
  ];
}

/** Claim of each assessment, by its id: later changes of it do not say it again. */
type ClaimOf = ReadonlyMap<string, string>;

function assessmentActs({ op, patch, entityId }: HistoryChange, claimOf: ClaimOf): CustodyAct[] {
  const claimId = text(patch['claimId']) || (claimOf.get(entityId) ?? '');
  if (op === 'delete') return [{ what: 'unassessed', claimId }];
  const stance = text(patch['stance']);
  const { credibility } = patch;
  return [
    ...(stance === '' ? [] : [{ what: 'assessed', claimId, stance } as const]),
    ...(typeof credibility === 'number'
      ? [{ what: 'graded', grade: String(credibility), claimId } as const]
      : []),
  ];
}

/** A capture of this link that came in. */
function captureActs({ op, patch, entityId }: HistoryChange, linkId: string): CustodyAct[] {
  const { capture, file } = patch;
  if (op !== 'create' || typeof capture !== 'object' || capture === null || !('linkId' in capture)) return [];
  if (capture.linkId !== linkId) return [];
  const name = typeof file === 'object' && file !== null && 'name' in file ? text(file.name) : '';
  return [{ what: 'captured', evidenceId: entityId, file: name }];
}

function actsOf(change: HistoryChange, evidenceId: string, claimOf: ClaimOf): CustodyAct[] {
  const { entity, entityId, patch, op } = change;
  if (entity === 'evidence' && entityId === evidenceId) return itemActs(change);
  if (entity === 'evidence') return captureActs(change, evidenceId);
  if (entity === 'assessment') return assessmentActs(change, claimOf);
  if (entity !== 'release' || op !== 'create') return [];
  return [
    { what: 'exported', releaseId: entityId, file: text(patch['fileName']), kind: text(patch['kind']) },
  ];
}

const eventsOf = (step: HistoryStep, evidenceId: string, claimOf: ClaimOf): CustodyEvent[] => {
  const { at, alias, batch } = step;
  return step.changes.flatMap((change) =>
    actsOf(change, evidenceId, claimOf).map((act) => ({ ...act, at, alias, batch })),
  );
};

/**
 * The custody of an evidence item, the earliest first: stored or noted, received, described, grouped
 * under an origin, masked, graded, held against claims, exported and in which file, removed. A query over the
 * journal, so nobody keeps it and nobody can leave anything out. `steps`: the item's own history.
 */
export function custodyOf(steps: readonly HistoryStep[], evidenceId: string): CustodyEvent[] {
  const claimOf = new Map<string, string>();
  for (const { entity, entityId, patch } of steps.flatMap(({ changes }) => changes)) {
    const claimId = entity === 'assessment' ? text(patch['claimId']) : '';
    if (claimId !== '') claimOf.set(entityId, claimId);
  }
  return steps.flatMap((step) => eventsOf(step, evidenceId, claimOf));
}
