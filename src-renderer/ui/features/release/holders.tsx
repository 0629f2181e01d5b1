import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { releasesHolding } from '#core/release/releases-holding.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { useMoment } from './release-row.tsx';

/** What left with a party's name in it: nobody can call that back, but its readers can be told. */
export function Holders(props: { readonly partyId: string; readonly mayNotBeNamed: boolean }) {
  const { partyId, mayNotBeNamed } = props;
  const { t } = useTranslation();
  const moment = useMoment();
  const state = useCase((store) => store.state);
  const held = useMemo(() => releasesHolding(state, partyId), [state, partyId]);
  if (state.release.size === 0) return null;
  return (
    <div role="group" aria-label={t('release.whoHolds')}>
      <span className={styles['label']}>{t('release.whoHolds')}</span>
      {held.length === 0 && <p className={styles['quiet']}>{t('release.nobodyHolds')}</p>}
      {held.length > 0 && mayNotBeNamed && (
        <Notice tone="danger">{t('release.tooLate', { count: held.length })}</Notice>
      )}
      <ul className={styles['list']}>
        {held.map((release) => (
          <li key={release.id}>
            <button
              type="button"
              className={styles['link']}
              onClick={() => useView.setState({ desk: 'releases', releaseId: release.id })}
            >
              {t(`terms.release.${release.kind}`)} <bdi>{release.fileName}</bdi>
            </button>{' '}
            <span className={styles['quiet']}>
              {[moment(release.madeAt), t(`terms.audience.${release.audience}`), release.to]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
