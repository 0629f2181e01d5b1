import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import styles from './passphrase-choice.module.css';

/** Prints the phrase on a page of its own; nothing else of the window is on it. */
export function PrintPhrase({ phrase, done }: { readonly phrase: string; done(): void }) {
  const { t } = useTranslation();
  useEffect(() => {
    window.addEventListener('afterprint', done, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [done]);
  // A child of the body itself: the print style hides every other one.
  return createPortal(
    <div className={styles['printed']} data-print>
      <p>{phrase}</p>
      <span>{t('identity.phrase.printed')}</span>
    </div>,
    document.body,
  );
}
