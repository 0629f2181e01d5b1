import type { ReactNode } from 'react';
import styles from './sides.module.css';

/** Versions of one thing, side by side; under each other where there is no room. */
export function Sides({ children }: { readonly children: ReactNode }) {
  return <div className={styles['sides']}>{children}</div>;
}

/** One version: whose, what it says, and what can be done with it. */
export function Side(props: {
  readonly who: string;
  /** What is said of the version that was taken; null for one that was not. */
  readonly taken?: string | null;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  const { who, taken = null, children, action } = props;
  return (
    <div className={styles['side']} role="group" aria-label={who} data-taken={taken !== null || undefined}>
      <b>
        {who}
        {taken !== null && ` · ${taken}`}
      </b>
      {children}
      {action && <div className={styles['foot']}>{action}</div>}
    </div>
  );
}
