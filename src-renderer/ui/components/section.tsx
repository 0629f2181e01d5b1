import type { ReactNode } from 'react';
import styles from './section.module.css';

/** A labelled part of a pane; `aside` stands at the end of its heading. */
export function Section(props: {
  readonly label: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles['section']} aria-label={props.label}>
      <div className={styles['head']}>
        <h3>{props.label}</h3>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}
