import { useTranslation } from 'react-i18next';
import { STANCES, type Stance } from '#core/model/claim-parts.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { useAttach } from '../evidence/use-attach.ts';
import styles from './claim-inspector.module.css';
import { useAsk } from './use-ask.ts';

/** The form that is open under the bar. */
export type AttachForm = 'none' | 'received' | 'link' | 'quotation' | 'testimony' | 'held';

const FORMS = [
  ['link', 'attachLink'],
  ['quotation', 'attachQuotation'],
  ['testimony', 'attachTestimony'],
  ['held', 'attachHeld'],
] as const;

/** Attaches evidence with a stance: from a file, in words, or from what the case holds. */
export function AttachBar(props: {
  readonly claimId: string;
  readonly stance: Stance;
  readonly setStance: (stance: Stance) => void;
  readonly form: AttachForm;
  readonly open: (form: AttachForm) => void;
}) {
  const { t } = useTranslation();
  const { claimId, stance, setStance, form, open } = props;
  const { pick } = useAttach();
  const bearing = { claimId, stance };
  useAsk('evidence', () => void pick(bearing));
  useAsk('received', () => open('received'));
  return (
    <div className={styles['attach']} role="group" aria-label={t('finding.attach')} data-drop-evidence>
      <div className={styles['row']} role="group" aria-label={t('finding.attachAs')}>
        <span className={styles['small']}>{t('finding.attachAs')}</span>
        {STANCES.map((name) => (
          <Chip key={name} on={stance === name} onClick={() => setStance(name)}>
            {t(`finding.${name}`)}
          </Chip>
        ))}
      </div>
      <div className={styles['ways']}>
        <Button look="quiet" onClick={() => void pick(bearing)}>
          {t('finding.attachFile')} <kbd>E</kbd>
        </Button>
        <Button
          look="quiet"
          aria-expanded={form === 'received'}
          onClick={() => open(form === 'received' ? 'none' : 'received')}
        >
          {t('finding.attachReceived')} <kbd>{'M'}</kbd>
        </Button>
        {FORMS.map(([name, words]) => (
          <Button
            key={name}
            look="quiet"
            aria-expanded={form === name}
            onClick={() => open(form === name ? 'none' : name)}
          >
            {t(`finding.${words}`)}
          </Button>
        ))}
      </div>
      <span className={styles['hint']}>{t('finding.dropHint')}</span>
    </div>
  );
}
