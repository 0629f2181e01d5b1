import { useEffect, useState } from 'react';
import type { Done } from '#core/ports/workbench.ts';
import type { ReportSetup } from '#core/report/setup.ts';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';

/** Letters typed faster than this make one preview. */
const PAUSE_MS = 120;

type Made = { readonly pdf: Uint8Array; readonly pages: number };
type Held = {
  readonly made: Made | null;
  readonly of: ReportSetup | null;
  readonly failure: Extract<Done<Made>, { ok: false }> | null;
};

export type Preview = {
  /** The last PDF that was made, null before the first. */
  readonly made: Made | null;
  readonly busy: boolean;
  /** Why the last could not be made, in words. */
  readonly problem: string | null;
};

/** The report as it would be, made anew after each edit; the latest edit wins. */
export function usePreview(setup: ReportSetup): Preview {
  const workbench = useWorkbench();
  const wordsOf = useFailureWords();
  const [held, setHeld] = useState<Held>({ made: null, of: null, failure: null });
  useEffect(() => {
    let wanted = true;
    async function make(): Promise<void> {
      const outcome = await workbench.previewReport(setup);
      if (!wanted) return;
      setHeld(({ made }) =>
        outcome.ok
          ? { made: outcome.value, of: setup, failure: null }
          : { made, of: setup, failure: outcome },
      );
    }
    const timer = setTimeout(() => void make(), PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [workbench, setup]);
  const { made, of, failure } = held;
  return { made, busy: of !== setup, problem: failure && wordsOf(failure) };
}
