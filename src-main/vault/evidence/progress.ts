export type Progress = { readonly jobId: string; readonly done: number; readonly total: number };

const INTERVAL_MS = 100;

/** Reports progress of one job at most ten times a second, and its end. */
export function progressOf(
  jobId: string,
  total: number,
  report: (progress: Progress) => void,
  now: () => number = Date.now,
): (done: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (done) => {
    const at = now();
    if (at - last < INTERVAL_MS && done < total) return;
    last = at;
    report({ jobId, done, total });
  };
}
