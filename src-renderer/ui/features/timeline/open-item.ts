import type { TimelineEntry } from '#core/queries/timeline.ts';
import { useView } from '#renderer/state/view-store.ts';

/** Leads to what the date is of. */
export function openItem({ entity, id }: Pick<TimelineEntry, 'entity' | 'id'>): void {
  if (entity === 'evidence') useView.setState({ desk: 'evidence', evidenceId: id });
  else if (entity === 'document') useView.setState({ desk: 'claims', documentId: id });
  else useView.setState(({ reveal }) => ({ desk: 'claims', claimId: id, reveal: reveal + 1 }));
}
