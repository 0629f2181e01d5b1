import { useEffect } from 'react';
import { useView, type View } from '#renderer/state/view-store.ts';

/** Calls `answer` when a key asked for this part of the claim pane. */
export function useAsk(part: NonNullable<View['ask']>, answer: () => void): void {
  const asked = useView((view) => view.ask === part);
  useEffect(() => {
    if (!asked) return;
    useView.setState({ ask: null });
    answer();
    // The answer is the same for as long as the part is on the screen.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked]);
}
