import { useEffect, useRef, useState } from 'react';
import type { PreviewedReport } from '#core/ports/report-work.ts';
import type { Done } from '#core/ports/workbench.ts';
import type { ReportView } from '#core/report/excerpt.ts';
import type { ReportSetup } from '#core/report/setup.ts';
import { viewOf } from '#core/report/view.ts';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';

/** Letters typed faster than this make one preview. */
const PAUSE_MS = 120;

/** The part that is looked at: its page `skipped` stands in the place of the whole's page `at`. */
export type Near = PreviewedReport & {
  readonly at: number;
  readonly skipped: number;
  /** What it begins with. */
  readonly from: ReportView['from'];
};
type Held = {
  readonly whole: PreviewedReport | null;
  readonly near: Near | null;
  readonly of: ReportSetup | null;
  readonly failure: Extract<Done, { ok: false }> | null;
};

export type Preview = {
  /** The last report that was made whole, null before the first. */
  readonly whole: PreviewedReport | null;
  /** Of a later one, the part that was looked at. */
  readonly near: Near | null;
  readonly busy: boolean;
  /** Why the last could not be made, in words. */
  readonly problem: string | null;
};

/**
 * The report as it would be, made anew after each edit, what is looked at first; the latest edit
 * wins. `pageInView`: the page that is looked at, from 0.
 */
export function usePreview(setup: ReportSetup, pageInView: () => number): Preview {
  const workbench = useWorkbench();
  const wordsOf = useFailureWords();
  const [held, setHeld] = useState<Held>({ whole: null, near: null, of: null, failure: null });
  const places = useRef<PreviewedReport['places']>([]);
  useEffect(() => {
    let wanted = true;
    async function make(): Promise<void> {
      const { view, at, skipped } = viewOf(places.current, pageInView());
      const outcome = await workbench.previewReport(setup, view, (made) => {
        // A part that came out shorter is shown by its last page.
        const shown = Math.min(skipped, made.pages - 1);
        if (wanted) setHeld((last) => ({ ...last, near: { ...made, at, skipped: shown, from: view.from } }));
      });
      if (!wanted) return;
      if (outcome.ok) places.current = outcome.value.places;
      setHeld(({ whole }) =>
        outcome.ok
          ? { whole: outcome.value, near: null, of: setup, failure: null }
          : { whole, near: null, of: setup, failure: outcome },
      );
    }
    const timer = setTimeout(() => void make(), PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [workbench, setup, pageInView]);
  const { whole, near, of, failure } = held;
  return { whole, near, busy: of !== setup, problem: failure && wordsOf(failure) };
}
