import { useTranslation } from 'react-i18next';
import type { FinishedExport } from '#core/ports/exchange-work.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { placeWords } from '#renderer/ui/hooks/place-words.ts';
import { ReleaseKept } from '../release/release-kept.tsx';
import styles from './exchange.module.css';

/** Parts named one by one; the rest are counted. */
const SHOWN = 12;

function Unread({ unread }: Pick<FinishedExport, 'unread'>) {
  const { t } = useTranslation();
  return (
    <Notice tone="warn">
      {t('exchange.unread', { count: unread.length })}
      <ul className={styles['list']}>
        {unread.slice(0, SHOWN).map((place) => (
          <li key={JSON.stringify(place)}>
            <bdi>{placeWords(t, place)}</bdi>
          </li>
        ))}
        {unread.length > SHOWN && <li>{t('exchange.unreadMore', { count: unread.length - SHOWN })}</li>}
      </ul>
    </Notice>
  );
}

/** A file that left: where it is, what it can be compared by, what its check found and could not look into. */
export function FinishedFile({ file }: { readonly file: FinishedExport }) {
  const { t } = useTranslation();
  const { leftOut = [] } = file;
  return (
    <>
      <bdi className={styles['path']}>{file.path}</bdi>
      <p className={styles['hash']}>
        {t('exchange.fingerprint')} <code>{file.sha256}</code>
      </p>
      {leftOut.length > 0 && (
        <Notice tone="warn">{t('exchange.bag.notMade', { refs: leftOut.join(', ') })}</Notice>
      )}
      {file.unread.length > 0 && <Unread unread={file.unread} />}
      <ReleaseKept release={file.release} />
    </>
  );
}
