import { useCallback } from 'react';
import { sentencesOf } from '#core/extraction/sentences/sentences.ts';
import { currentDocuments } from '#core/revision/revisions.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView, type View } from '#renderer/state/view-store.ts';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';

/** Leaves the proposals; what is being read for them is stopped. */
export function leaveProposals(): void {
  const { proposing } = useView.getState();
  if (proposing?.phase === 'reading') proposing.stop();
  useView.setState({ proposing: null });
}

/**
 * The selected words when they are a stretch to read by itself. One sentence is none: a new article has
 * its first one selected, for a claim to be made of it.
 */
export function stretchOf(
  selection: View['selection'],
  documentId: string,
  text: string,
): { readonly start: number; readonly end: number } | null {
  if (selection?.documentId !== documentId) return null;
  const { start, end } = selection;
  return sentencesOf(text.slice(start, end)).length > 1 ? { start, end } : null;
}

/** Reads the document in view, or the words selected in it, for its claims. */
export function usePropose(): () => Promise<void> {
  const workbench = useWorkbench();
  const report = useReport();
  return useCallback(async () => {
    const { documentId: wanted, selection } = useView.getState();
    const { document } = useCase.getState().state;
    const shown = document.get(wanted ?? '') ?? currentDocuments(document)[0];
    if (!shown) return;
    const documentId = shown.id;
    const within = stretchOf(selection, documentId, useCase.getState().texts.get(documentId) ?? '');
    leaveProposals();
    const stop = new AbortController();
    const proposing = { phase: 'reading' as const, documentId, stop: () => stop.abort(), share: 0 };
    // The person may have left it, or locked, meanwhile.
    const isOurs = (): boolean => {
      const now = useView.getState().proposing;
      return now?.phase === 'reading' && now.stop === proposing.stop;
    };
    useView.setState({ proposing, desk: 'claims', sharedColumn: 'claims', documentId });
    const read = await workbench.propose(documentId, within, stop.signal, (share) => {
      if (isOurs()) useView.setState({ proposing: { ...proposing, share } });
    });
    if (!isOurs()) return;
    if (!report(read)) return useView.setState({ proposing: null });
    useView.setState({
      proposing: {
        phase: 'ready',
        documentId,
        ...read.value,
        chosen: null,
        order: 'text',
        asked: null,
        past: [],
      },
      selection: null,
      tool: 'none',
    });
  }, [workbench, report]);
}
