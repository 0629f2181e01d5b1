import { RefText } from '#renderer/ui/features/fields/ref-text.tsx';
import { IconAlertTriangle, IconArrowsSplit2, IconFlagFilled, IconHelp } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimRow as Row } from '#core/queries/claim-rows.ts';
import { markOf, StatusMark } from '#renderer/ui/components/status-mark.tsx';
import styles from './claim-row.module.css';
import { StageSign } from './stage-sign.tsx';

/** One claim in the list; two lines when it is chosen. */
export const ClaimRow = memo(function ClaimRow(props: {
  readonly row: Row;
  readonly chosen: boolean;
  readonly marked: boolean;
  readonly choose: (id: string, how: 'one' | 'more' | 'through') => void;
}) {
  const { t } = useTranslation();
  const { row, chosen, marked, choose } = props;
  const status = row.findingKept
    ? t('claims.findingKept')
    : `${t(`terms.status.${row.status}`)}, ${t(`terms.reason.${row.reason}`)}`;
  return (
    // The list has the focus and takes the keys; its rows are only pointed at.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events jsx-a11y/interactive-supports-focus
    <div
      id={`claim-${row.id}`}
      role="option"
      aria-selected={chosen || marked}
      data-claim-row={row.ref}
      className={`${styles['row']} ${chosen ? styles['chosen'] : ''} ${marked ? styles['marked'] : ''} ${row.skipped ? styles['skipped'] : ''}`}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onClick={(event) =>
        choose(row.id, event.shiftKey ? 'through' : event.ctrlKey || event.metaKey ? 'more' : 'one')
      }
    >
      <StatusMark mark={markOf(row.status, row.reason, row.skipped !== null)} label={status} />
      <b>
        <RefText entity="claim" id={row.id} text={row.ref} />
      </b>
      <bdi className={styles['statement']}>{row.statement}</bdi>
      <bdi className={styles['speaker']}>{row.speaker}</bdi>
      <span className={styles['signs']}>
        <StageSign stage={row.stage} owner={row.owner} />
        {row.accuses && (
          <IconFlagFilled size={11} className={styles['flag']} role="img" aria-label={t('claims.accuses')} />
        )}
        {row.conflict && (
          <IconArrowsSplit2
            size={12}
            className={styles['flag']}
            role="img"
            aria-label={t('claims.conflict')}
          />
        )}
        {row.changed && (
          <IconAlertTriangle
            size={12}
            className={styles['warn']}
            role="img"
            aria-label={t('claims.changed')}
          />
        )}
        {row.openQuestions > 0 && (
          <IconHelp size={12} role="img" aria-label={t('claims.questions', { count: row.openQuestions })} />
        )}
      </span>
      <span className={styles['origins']}>
        {row.originsFor + row.originsAgainst > 0 && (
          <span
            role="img"
            aria-label={t('claims.origins', { for: row.originsFor, against: row.originsAgainst })}
            title={t('claims.origins', { for: row.originsFor, against: row.originsAgainst })}
          >
            {`${row.originsFor}▲ ${row.originsAgainst}▼`}
          </span>
        )}
      </span>
      <span className={row.priority === 'must' ? styles['must'] : styles['priority']}>
        {t(`terms.priority.${row.priority}`)}
      </span>
    </div>
  );
});
