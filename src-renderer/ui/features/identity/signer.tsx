import { useTranslation } from 'react-i18next';
import { whoSigned } from '#core/sharing/who-signed.ts';
import { useIdentity } from '#renderer/state/identity-store.ts';
import { Fingerprint } from './fingerprint.tsx';
import styles from './identity.module.css';

/** Whose signature it is: a name from the person's own list, or else the words of the key to ask about. */
export function Signer({ signingKey }: { readonly signingKey: string }) {
  const { t } = useTranslation();
  const { self, colleagues, state } = useIdentity();
  const signed = whoSigned(signingKey, self, colleagues);
  if (signed.by === 'you') return <span>{t('identity.signer.you')}</span>;
  if (signed.by === 'colleague') return <span>{t('identity.signer.colleague', { name: signed.name })}</span>;
  return (
    <span>
      {t(state === 'locked' ? 'identity.signer.locked' : 'identity.signer.unknown')}{' '}
      <span className={styles['faint']}>
        {t('identity.signer.words')} <Fingerprint of={signingKey} />
      </span>
    </span>
  );
}
