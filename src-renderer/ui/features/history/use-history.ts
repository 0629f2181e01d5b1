import { useEffect, useState } from 'react';
import type { HistoryStep } from '#core/queries/history.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';

export type History =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'read'; readonly steps: readonly HistoryStep[] };

/** Every action of the case, or of one claim; read again when something was stored since. */
export function useHistory(claimId: string | null): History {
  const workbench = useWorkbench();
  const savedAt = useCase(({ save }) => (save.kind === 'saved' ? save.at : 0));
  const readOnly = useCase((store) => store.readOnly);
  const wordsOf = useFailureWords();
  const [history, setHistory] = useState<History>({ kind: 'reading' });
  useEffect(() => {
    if (readOnly) return undefined;
    let wanted = true;
    void workbench.history(claimId).then((outcome) => {
      if (wanted)
        setHistory(
          outcome.ok ? { kind: 'read', steps: outcome.value } : { kind: 'failed', why: wordsOf(outcome) },
        );
    });
    return () => {
      wanted = false;
    };
  }, [workbench, claimId, savedAt, readOnly, wordsOf]);
  return history;
}
