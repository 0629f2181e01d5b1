import {
  IconHistory,
  IconListCheck,
  IconPaperclip,
  IconSend,
  IconTable,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Desk, useView } from '#renderer/state/view-store.ts';
import styles from './rail.module.css';

const DESKS: readonly (readonly [Desk, typeof IconUsers])[] = [
  ['claims', IconListCheck],
  ['evidence', IconPaperclip],
  ['matrix', IconTable],
  ['people', IconUsers],
  ['releases', IconSend],
  ['history', IconHistory],
];

/** Switches the whole desk. */
export function Rail() {
  const { t } = useTranslation();
  const desk = useView((view) => view.desk);
  return (
    <nav className={styles['rail']} aria-label={t('shell.rail')}>
      {DESKS.map(([name, Icon]) => (
        <button
          key={name}
          type="button"
          aria-current={desk === name ? 'page' : undefined}
          aria-label={t(`shell.desk.${name}`)}
          title={t(`shell.desk.${name}`)}
          onClick={() => useView.setState({ desk: name })}
        >
          <Icon size={19} stroke={1.6} aria-hidden />
        </button>
      ))}
    </nav>
  );
}
