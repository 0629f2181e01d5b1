import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** What stands where there is nothing yet: what it is for and what to do. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={styles['empty']}>
      <p className={styles['title']}>{title}</p>
      {children}
    </div>
  );
}
