import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** Words that belong to what is beside them: a warning, a hint, a failure. */
export function Notice({
  tone,
  children,
}: {
  readonly tone: 'warn' | 'danger' | 'plain';
  readonly children: ReactNode;
}) {
  return (
    <div className={`${styles['notice']} ${styles[tone]}`} role={tone === 'danger' ? 'alert' : undefined}>
      {children}
    </div>
  );
}
