import { useTranslation } from 'react-i18next';
import styles from './timeline.module.css';

const SIGNS = ['sure', 'within', 'about', 'perhaps'] as const;

/** How uncertain dates are drawn. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <div className={styles['legend']}>
      {SIGNS.map((sign) => (
        <span key={sign}>
          <i className={`${styles['sample']} ${styles[sign]}`} aria-hidden /> {t(`timeline.legend.${sign}`)}
        </span>
      ))}
      <span>{t('timeline.keys')}</span>
    </div>
  );
}
