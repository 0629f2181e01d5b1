import { useTranslation } from 'react-i18next';
import { useCase } from '#renderer/state/case-store.ts';
import { CaseMenu } from '../cases/case-menu.tsx';
import { ClaimSearch } from '../claims/claim-search.tsx';
import { ReportButton } from '../report/report-button.tsx';
import { ShareButton } from '../share/share-button.tsx';
import styles from './header.module.css';

/** Title and size of the case, search, and what leaves the case. */
export function Header({ opening }: { readonly opening: boolean }) {
  const { t } = useTranslation();
  const title = useCase((store) => store.ahead?.title ?? store.state.case.get('case')?.title ?? '');
  const documents = useCase((store) => store.state.document.size);
  const claims = useCase((store) => store.state.claim.size);
  const parties = useCase((store) => store.state.party.size);
  return (
    <header className={styles['header']}>
      <CaseMenu title={title} />
      <span className={styles['summary']}>
        {opening
          ? t('shell.reading')
          : t('shell.summary', {
              documents: t('shell.documents', { count: documents }),
              claims: t('shell.claimCount', { count: claims }),
              parties: t('shell.parties', { count: parties }),
            })}
      </span>
      <ClaimSearch />
      {!opening && (
        <>
          <ShareButton />
          <ReportButton />
        </>
      )}
    </header>
  );
}
