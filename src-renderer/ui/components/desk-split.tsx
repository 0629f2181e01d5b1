import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import styles from './desk-split.module.css';

/** A desk of two resizable columns: a list, and what was chosen of it. */
export function DeskSplit(props: {
  readonly listLabel: string;
  readonly detailsLabel: string;
  readonly resizeLabel: string;
  readonly list: ReactNode;
  readonly details: ReactNode;
}) {
  return (
    <Group orientation="horizontal" className={styles['columns'] ?? ''}>
      <Panel defaultSize="44%" minSize="26%">
        <section className={styles['list']} aria-label={props.listLabel}>
          {props.list}
        </section>
      </Panel>
      <Separator className={styles['line'] ?? ''} aria-label={props.resizeLabel} />
      <Panel defaultSize="56%" minSize="32%">
        <section className={styles['details']} aria-label={props.detailsLabel}>
          {props.details}
        </section>
      </Panel>
    </Group>
  );
}

/** The top of a list: what filters it and what adds to it. */
export function ListHead({ children }: { readonly children: ReactNode }) {
  return <div className={styles['head']}>{children}</div>;
}

/** A row of the head of a list. */
export function HeadRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles['headRow']}>{children}</div>;
}
