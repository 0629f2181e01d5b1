import type { Entry } from '../journal/entry.ts';
import { hashHeader } from '../journal/hash.ts';
import type { ReportChains } from './integrity-page.ts';

/** Where each writer's chain ends. */
export function headsOf(entries: readonly Entry[]): ReportChains['heads'] {
  const last = new Map<string, Entry['header']>();
  for (const { header } of entries) {
    if (header.seq > (last.get(header.actor)?.seq ?? 0)) last.set(header.actor, header);
  }
  return [...last.values()].map((header) => ({
    actor: header.actor,
    seq: header.seq,
    hash: hashHeader(header),
  }));
}
