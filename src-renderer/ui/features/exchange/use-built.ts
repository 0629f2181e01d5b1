import { useEffect, useMemo, useState } from 'react';
import type { BuiltExport, ExportSetup } from '#core/exchange/build-export.ts';
import type { Done } from '#core/ports/workbench.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';

/** The text of an export of the case in view, null until it is built; built anew with each change. */
export function useBuilt(setup: ExportSetup): Done<BuiltExport> | null {
  const workbench = useWorkbench();
  const state = useCase((store) => store.state);
  const texts = useCase((store) => store.texts);
  const { format, claimIds, review, language, today, collectionId } = setup;
  const wanted = useMemo(
    () => ({ state, texts, setup: { format, claimIds, review, language, today, collectionId } }),
    [state, texts, format, claimIds, review, language, today, collectionId],
  );
  const [built, setBuilt] = useState<{ readonly of: object; readonly outcome: Done<BuiltExport> } | null>(
    null,
  );
  useEffect(() => {
    const stopping = new AbortController();
    void workbench.buildText(wanted.setup, stopping.signal).then((outcome) => {
      if (!stopping.signal.aborted) setBuilt({ of: wanted, outcome });
    });
    return () => stopping.abort();
  }, [workbench, wanted]);
  // What was built of something else must not be written.
  return built?.of === wanted ? built.outcome : null;
}
