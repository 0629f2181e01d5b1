import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ClaimFilter, NO_FILTER } from '#core/queries/claim-filter.ts';
import { countsOf } from '#core/queries/counts.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { type Mark, StatusMark } from '#renderer/ui/components/status-mark.tsx';
import styles from './claims-pane.module.css';
import { useAllRows } from './use-claim-rows.ts';

const KEPT: ReadonlySet<string> = new Set(['all', 'notStarted', 'mustLeft']);

type Group = {
  readonly name: string;
  readonly mark: Mark | null;
  readonly count: number;
  readonly filter: Partial<ClaimFilter>;
};

const same = (filter: ClaimFilter, group: Partial<ClaimFilter>): boolean => {
  const { statuses, reasons, conflict, unfinishedMust } = { ...NO_FILTER, ...group };
  return (
    filter.statuses.join() === statuses.join() &&
    filter.reasons.join() === reasons.join() &&
    filter.conflict === conflict &&
    filter.unfinishedMust === unfinishedMust
  );
};

/** Counts by status, "not started" apart from "nothing found"; each filters the list. */
export function CountChips() {
  const { t } = useTranslation();
  const counts = useAllCounts();
  const filter = useView((view) => view.filter);
  const groups: readonly Group[] = [
    { name: 'all', mark: null, count: counts.total, filter: {} },
    {
      name: 'notStarted',
      mark: 'unverified',
      count: counts.notStarted,
      filter: { statuses: ['unverified'], reasons: ['not started'] },
    },
    {
      name: 'nothingFound',
      mark: 'nothing',
      count: counts.nothingFound,
      filter: { statuses: ['unverified'], reasons: ['searched, nothing found'] },
    },
    {
      name: 'unverified',
      mark: 'unclear',
      count: counts.unverified,
      filter: { statuses: ['unverified'], reasons: ['insufficient', 'cannot be checked', 'text unclear'] },
    },
    {
      name: 'corroborated',
      mark: 'corroborated',
      count: counts.corroborated,
      filter: { statuses: ['corroborated'] },
    },
    { name: 'disputed', mark: 'disputed', count: counts.disputed, filter: { statuses: ['disputed'] } },
    { name: 'conflicts', mark: null, count: counts.conflicts, filter: { conflict: true } },
    { name: 'mustLeft', mark: null, count: counts.unfinishedMust, filter: { unfinishedMust: true } },
  ];
  // Empty groups say nothing; what has been chosen and what leads on always stands.
  const shown = groups.filter(
    ({ name, count, filter: part }) => count > 0 || KEPT.has(name) || same(filter, part),
  );
  return (
    <div className={styles['counts']} role="group" aria-label={t('claims.status')}>
      {shown.map(({ name, mark, count, filter: part }) => (
        <Chip
          key={name}
          on={same(filter, part)}
          onClick={() =>
            useView.setState({
              filter: {
                ...filter,
                statuses: [],
                reasons: [],
                conflict: false,
                unfinishedMust: false,
                ...part,
              },
            })
          }
        >
          {mark && <StatusMark mark={mark} />}
          {t(`claims.${name}`, { count })}
        </Chip>
      ))}
    </div>
  );
}

function useAllCounts() {
  const rows = useAllRows();
  return useMemo(() => countsOf(rows), [rows]);
}
