import { type Job, useJobs } from './jobs-store.ts';
import { showScreen } from './screens-store.ts';

const working = (jobs: readonly Job[]): boolean => jobs.some(({ kind }) => kind === 'project');

let stopWaiting = (): void => undefined;

/**
 * Shows a project file that the person asked for from outside the window. While another one is being
 * written, merged or checked that is waited for: its screen would go, and with it what is said of it.
 */
export function showProjectFile(path: string): void {
  stopWaiting();
  stopWaiting = () => undefined;
  if (!working(useJobs.getState().jobs)) return showScreen({ kind: 'open-project', path });
  stopWaiting = useJobs.subscribe(({ jobs }) => {
    if (!working(jobs)) showProjectFile(path);
  });
}
