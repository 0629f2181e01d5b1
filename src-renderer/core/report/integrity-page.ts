import type { CaseState } from '../model/case-state.ts';
import { compareRefs } from '../model/refs.ts';
import type { ReportLabels } from './labels/report-labels.ts';
import type { ReportIntegrity } from './report-model.ts';
import { labelled } from './wording.ts';

/** Where each writer's chain ends, with a signature over it where the identity made one. */
export type ReportChains = {
  readonly heads: readonly { readonly actor: string; readonly seq: number; readonly hash: string }[];
  /** Base64; `actor` is who signed. */
  readonly signature: {
    readonly actor: string;
    readonly publicKey: string;
    readonly value: string;
  } | null;
};

/**
 * The integrity page of a report for readers who may hold it; null where there is nothing to prove.
 * `evidenceIds`: the items in the report.
 */
export function integrityOf(
  state: CaseState,
  evidenceIds: ReadonlySet<string>,
  chains: ReportChains | null,
  labels: ReportLabels,
): ReportIntegrity | null {
  const writer = (actor: string) => state.actor.get(actor)?.alias || actor;
  const size = new Intl.NumberFormat(labels.locale);
  const signature = chains?.signature ?? null;
  const items = [...state.evidence.values()]
    .filter(({ id, file }) => file !== null && evidenceIds.has(id))
    .sort((a, b) => compareRefs(a.ref, b.ref))
    .flatMap(({ ref, file }) =>
      file ? [{ ref, name: file.name, size: size.format(file.size), sha256: file.sha256 }] : [],
    );
  if (items.length === 0 && chains === null) return null;
  return {
    items,
    heads: (chains?.heads ?? []).map(({ actor, seq, hash }) => ({
      writer: writer(actor),
      entries: size.format(seq),
      hash,
    })),
    signature: labelled(
      [labels.lines.signedBy, signature && writer(signature.actor)],
      [labels.lines.publicKey, signature?.publicKey],
      [labels.headings.signature, signature?.value],
    ),
  };
}
