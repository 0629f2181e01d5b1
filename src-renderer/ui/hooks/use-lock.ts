import { useCallback } from 'react';
import { useReport } from './use-run.ts';
import { useWorkbench } from './use-workbench.ts';

/** Locks the case; when that would lose what is typed, it says so first. */
export function useLock(): () => void {
  const workbench = useWorkbench();
  const report = useReport();
  return useCallback(() => void workbench.lock().then(report), [workbench, report]);
}
