import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { matrixOf } from '#core/queries/matrix.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { useShownRows } from '../claims/use-claim-rows.ts';
import styles from './matrix.module.css';
import { MatrixGrid } from './matrix-grid.tsx';
import { StanceMark } from './stance-mark.tsx';

const STANCES = ['supports', 'contradicts', 'background'] as const;

function Legend() {
  const { t } = useTranslation();
  return (
    <div className={styles['bar']}>
      {STANCES.map((stance) => (
        <span key={stance}>
          <StanceMark stance={stance} /> {t(`terms.stance.${stance}`)}
        </span>
      ))}
      <span>{t('matrix.legend')}</span>
      <span>{t('matrix.keys')}</span>
    </div>
  );
}

/** Which evidence says what to which claim; the claims as the list of claims is filtered and sorted. */
export function MatrixDesk() {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const shown = useShownRows();
  const matrix = useMemo(() => matrixOf(state, shown), [state, shown]);
  if (state.assessment.size === 0) {
    return (
      <Empty title={t('matrix.none')}>
        <p>{t('matrix.noneHint')}</p>
      </Empty>
    );
  }
  if (matrix.rows.length === 0) return <Empty title={t('matrix.noMatch')} />;
  return (
    <section className={styles['desk']} aria-label={t('matrix.label')}>
      <Legend />
      <MatrixGrid matrix={matrix} />
    </section>
  );
}
