import { useTranslation } from 'react-i18next';
import type { Item } from '#core/model/item.ts';
import { isProtected } from '#core/protection/needles.ts';
import { sinceRelease } from '#core/release/since-release.ts';
import { useMemo } from 'react';
import { useCase } from '#renderer/state/case-store.ts';
import styles from './release.module.css';

/** When something left, in the person's own form of date and time. */
export function useMoment(): (instant: string) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const form = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
    return (instant) => (Number.isNaN(Date.parse(instant)) ? instant : form.format(new Date(instant)));
  }, [i18n.language]);
}

/** What changed since a release, by the state in view. */
export function useSince(release: Item<'release'>) {
  const state = useCase((store) => store.state);
  return useMemo(
    () =>
      sinceRelease(state, release, (id) => {
        const party = state.party.get(id);
        return party !== undefined && isProtected(party);
      }),
    [state, release],
  );
}

/** One release: what, for whom, when, and whether the case has moved on. */
export function ReleaseRow({ release }: { readonly release: Item<'release'> }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const { changed, gone, dependent, protectedSince } = useSince(release);
  const count = changed.length + gone.length + dependent.length;
  return (
    <div className={styles['row']} data-release-row={release.fileName}>
      <span className={styles['name']}>{t(`terms.release.${release.kind}`)}</span>
      <span className={styles['aside']}>{moment(release.madeAt)}</span>
      <bdi className={styles['file']}>{release.fileName}</bdi>
      <span className={protectedSince.length > 0 ? styles['danger'] : styles['aside']}>
        {protectedSince.length > 0
          ? t('release.namesProtected', { count: protectedSince.length })
          : count > 0
            ? t('release.moved', { count })
            : t(`terms.audience.${release.audience}`)}
      </span>
    </div>
  );
}
