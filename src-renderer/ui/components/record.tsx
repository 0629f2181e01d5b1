import type { ReactNode } from 'react';
import styles from './record.module.css';

/** The page of one item: everything known of it, in sections. */
export function Record({ children, name }: { readonly children: ReactNode; readonly name: string }) {
  return (
    <div className={styles['record']} data-record={name}>
      <div className={styles['page']}>{children}</div>
    </div>
  );
}
