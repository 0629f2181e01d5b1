import { useEffect, useRef, useState } from 'react';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import { DEFAULT_SETUP, type ReportSetup } from '#core/report/setup.ts';
import { editCase } from '#renderer/commands/edit-case.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';

/** Where Letter is what lies in the printer. */
const LETTER = /-(US|CA|MX|PH|CL|CO|VE)$/;
/** Pause in the edits after which they are stored. */
const PAUSE_MS = 600;

/** Settings on their way into a case, which the next look at them must not miss; null: the sample's, which stay here. */
const onTheWay = new Map<string | null, ReportSetup>();

const first = (held: ReportSetup | null, claimIds: readonly string[] | null): ReportSetup => {
  const setup: ReportSetup = {
    ...DEFAULT_SETUP,
    paper: LETTER.test(navigator.language) ? 'us-letter' : 'a4',
    ...held,
    sections: { ...DEFAULT_SETUP.sections, ...held?.sections },
  };
  return claimIds === null ? setup : { ...setup, claimIds };
};

export type ChangeSetup = (fields: Partial<ReportSetup>) => void;

/** How the report is composed, remembered with the case. `store` stores what is not stored yet. */
export function useSetup(claimIds: readonly string[] | null): {
  readonly setup: ReportSetup;
  readonly change: ChangeSetup;
  readonly store: () => void;
} {
  const workbench = useWorkbench();
  const report = useReport();
  const readOnly = useCase((store) => store.readOnly);
  const opened = useSession((session) => session.caseId);
  const caseId = readOnly ? null : opened;
  const held = useCase((store) => store.state.case.get(CASE_ITEM_ID)?.reportSetup ?? null);
  const [setup, setSetup] = useState(() => first(onTheWay.get(caseId) ?? held, claimIds));
  const unsaved = useRef<ReportSetup | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const store = (): void => {
    clearTimeout(timer.current);
    const reportSetup = unsaved.current;
    unsaved.current = null;
    if (!reportSetup) return;
    onTheWay.set(caseId, reportSetup);
    if (readOnly) return;
    void workbench.run(editCase, { reportSetup }, { coalesce: 'report-setup' }).then((outcome) => {
      if (onTheWay.get(caseId) === reportSetup) onTheWay.delete(caseId);
      report(outcome);
    });
  };
  const latest = useRef(store);
  useEffect(() => {
    latest.current = store;
  });
  useEffect(() => () => latest.current(), []);
  const change: ChangeSetup = (fields) => {
    const next = { ...setup, ...fields };
    setSetup(next);
    unsaved.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(), PAUSE_MS);
  };
  return { setup, change, store };
}
