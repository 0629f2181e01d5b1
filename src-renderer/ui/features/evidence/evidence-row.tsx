import { RefText } from '#renderer/ui/features/fields/ref-text.tsx';
import { useTranslation } from 'react-i18next';
import type { Bearing, EvidenceRow as Row } from '#core/queries/evidence-rows.ts';
import { isQuarantined, useCustody } from '#renderer/state/custody-store.ts';
import { formatBytes } from '../fields/format-bytes.ts';
import { EvidenceIcon } from './evidence-icon.tsx';
import styles from './evidence-row.module.css';

const SIGNS = { supports: '▲', contradicts: '▼', background: '·' } as const;
const MOST_REFS = 4;

function Bears({ bearings }: { readonly bearings: readonly Bearing[] }) {
  const { t } = useTranslation();
  if (bearings.length === 0) return <span className={styles['missing']}>{t('evidence.bearsNone')}</span>;
  const words = bearings.map(({ ref, stance }) => `${t(`terms.stance.${stance}`)} ${ref}`).join(', ');
  const short = bearings.slice(0, MOST_REFS).map(({ ref, stance }) => `${SIGNS[stance]} ${ref}`);
  return (
    <span title={words}>
      <span aria-hidden>{`${short.join('  ')}${bearings.length > MOST_REFS ? ' …' : ''}`}</span>
      <span className={styles['spoken']}>{words}</span>
    </span>
  );
}

/** One evidence item: what it is, its origin, what it bears on. */
export function EvidenceRow({ row }: { readonly row: Row }) {
  const { t, i18n } = useTranslation();
  const quarantined = useCustody((custody) => isQuarantined(custody, row.evidence));
  const { evidence, origin, receivedFrom, bearings, captureOf } = row;
  return (
    <div className={styles['row']} data-evidence-row={evidence.ref}>
      <EvidenceIcon evidence={evidence} label={t(`terms.evidenceKind.${evidence.kind}`)} />
      <b className={styles['ref']}>
        <RefText entity="evidence" id={evidence.id} text={evidence.ref} />
      </b>
      <bdi className={styles['title']}>{evidence.title}</bdi>
      <span className={styles['size']}>
        {evidence.file && formatBytes(evidence.file.size, i18n.language)}
      </span>
      <span className={styles['origin']}>
        {quarantined && <b className={styles['missing']}>{`${t('evidence.quarantine.mark')} · `}</b>}
        {origin === null && captureOf === null ? (
          <span className={styles['missing']}>{t('evidence.noOrigin')}</span>
        ) : (
          <bdi>{origin ?? ''}</bdi>
        )}
        {receivedFrom && <bdi>{` · ${receivedFrom}`}</bdi>}
      </span>
      <span className={styles['bears']}>
        {captureOf !== null && bearings.length === 0 ? (
          <span>{t('evidence.captureOf', { ref: captureOf })}</span>
        ) : (
          <Bears bearings={bearings} />
        )}
      </span>
    </div>
  );
}
