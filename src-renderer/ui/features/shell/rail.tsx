import {
  IconCalendarDue,
  IconHistory,
  IconListCheck,
  IconPaperclip,
  IconSend,
  IconTable,
  IconTimelineEvent,
  IconUsers,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isDue } from '#core/queries/due.ts';
import { type Desk, useView } from '#renderer/state/view-store.ts';
import { todayHere } from '#renderer/ui/hooks/today.ts';
import { useAllRows } from '../claims/use-claim-rows.ts';
import styles from './rail.module.css';

const DESKS: readonly (readonly [Desk, typeof IconUsers])[] = [
  ['claims', IconListCheck],
  ['due', IconCalendarDue],
  ['evidence', IconPaperclip],
  ['matrix', IconTable],
  ['people', IconUsers],
  ['timeline', IconTimelineEvent],
  ['releases', IconSend],
  ['history', IconHistory],
];

const MOST_COUNTED = 99;

/** How many claims have something due today. */
function useDueCount(): number {
  const rows = useAllRows();
  const today = todayHere();
  return useMemo(() => rows.filter((row) => isDue(row, today)).length, [rows, today]);
}

/** Switches the whole desk. */
export function Rail({ inert }: { readonly inert: boolean }) {
  const { t } = useTranslation();
  const desk = useView((view) => view.desk);
  const due = useDueCount();
  return (
    <nav className={styles['rail']} aria-label={t('shell.rail')} inert={inert}>
      {DESKS.map(([name, Icon]) => {
        const counted = name === 'due' && due > 0;
        const label = counted ? t('shell.deskDue', { count: due }) : t(`shell.desk.${name}`);
        return (
          <button
            key={name}
            type="button"
            aria-current={desk === name ? 'page' : undefined}
            aria-label={label}
            title={label}
            onClick={() => useView.setState({ desk: name })}
          >
            <Icon size={19} stroke={1.6} aria-hidden />
            {counted && (
              <span className={styles['count']} aria-hidden>
                {due > MOST_COUNTED ? `${MOST_COUNTED}+` : due}
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
