import { useTranslation } from 'react-i18next';
import type { Item } from '#core/model/item.ts';
import type { ChangedClaim, SinceRelease } from '#core/release/since-release.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import styles from '#renderer/ui/components/record.module.css';
import { Section } from '#renderer/ui/components/section.tsx';
import { markOf, StatusMark } from '#renderer/ui/components/status-mark.tsx';
import { RefText } from '../fields/ref-text.tsx';
import own from './release.module.css';

function ClaimLink({ claim }: { readonly claim: Item<'claim'> }) {
  const open = (): void =>
    useView.setState(({ reveal }) => ({ desk: 'claims', claimId: claim.id, reveal: reveal + 1 }));
  return (
    <button type="button" className={styles['link']} onClick={open}>
      <RefText entity="claim" id={claim.id} text={claim.ref} /> <bdi>{claim.statement}</bdi>
    </button>
  );
}

function Standing({ status, reason }: ChangedClaim['now']) {
  const { t } = useTranslation();
  return (
    <>
      <StatusMark mark={markOf(status, reason)} />
      {`${t(`terms.status.${status}`)}, ${t(`terms.reason.${reason}`)}`}
    </>
  );
}

function Changed({ change }: { readonly change: ChangedClaim }) {
  const { t } = useTranslation();
  const { claim, was, now, moved, reworded, refounded } = change;
  return (
    <li className={own['claim']}>
      <ClaimLink claim={claim} />
      {moved && (
        <span className={own['standing']}>
          {t('release.was')} <Standing {...was} />
          {` → ${t('release.now')} `}
          <Standing {...now} />
        </span>
      )}
      {reworded && <span className={own['standing']}>{t('release.reworded')}</span>}
      {refounded && <span className={own['standing']}>{t('release.refounded')}</span>}
    </li>
  );
}

/** What changed in the case since something left. */
export function Since({ since }: { readonly since: SinceRelease }) {
  const { t } = useTranslation();
  const claims = useCase((store) => store.state.claim);
  const { changed, gone, dependent, added } = since;
  const nothing = changed.length + gone.length + dependent.length + added.length === 0;
  const refOf = (id: string): string => claims.get(id)?.ref ?? '';
  return (
    <Section label={t('release.since')}>
      {nothing && <p className={styles['quiet']}>{t('release.sinceNothing')}</p>}
      <ul className={styles['list']}>
        {changed.map((change) => (
          <Changed key={change.claim.id} change={change} />
        ))}
        {dependent.map(({ claim, on }) => (
          <li key={claim.id} className={own['claim']}>
            <ClaimLink claim={claim} />
            <span className={own['standing']}>
              {t('release.dependsOn', { refs: on.map(refOf).join(', ') })}
            </span>
          </li>
        ))}
      </ul>
      {gone.length > 0 && <p>{t('release.gone', { count: gone.length })}</p>}
      {added.length > 0 && <p className={styles['quiet']}>{t('release.added', { count: added.length })}</p>}
    </Section>
  );
}
