import type { Reason, Status } from '#core/model/finding.ts';
import styles from './status-mark.module.css';

/** How a status is drawn: by shape and colour, so that neither is needed alone. */
export type Mark = 'corroborated' | 'disputed' | 'unverified' | 'nothing' | 'unclear' | 'skipped';

/** The mark of a status and its reason. */
export function markOf(status: Status, reason: Reason, skipped = false): Mark {
  if (skipped) return 'skipped';
  if (status !== 'unverified') return status;
  if (reason === 'not started') return 'unverified';
  return reason === 'searched, nothing found' ? 'nothing' : 'unclear';
}

/** The shape of a status; `label` for screen readers, left out beside the same words. */
export function StatusMark({ mark, label }: { readonly mark: Mark; readonly label?: string }) {
  const accessible = label ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true };
  return <i className={`${styles['mark']} ${styles[mark]}`} {...accessible} />;
}
