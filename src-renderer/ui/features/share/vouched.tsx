import { useTranslation } from 'react-i18next';
import { Signer } from '../identity/signer.tsx';
import styles from './share.module.css';

/** Whether a name in a case is more than the file's own word for it. */
export function Vouched({ signingKey }: { readonly signingKey: string | null }) {
  const { t } = useTranslation();
  return (
    <p className={styles['path']}>
      {signingKey === null ? (
        t('share.unvouched')
      ) : (
        <>
          {t('share.vouchedBy')} <Signer signingKey={signingKey} />
        </>
      )}
    </p>
  );
}
