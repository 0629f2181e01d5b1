import { useTranslation } from 'react-i18next';
import type { CaseSnapshot } from '#core/ports/project-files.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import screen from '../cases/screen.module.css';
import { formatBytes } from '../fields/format-bytes.ts';
import styles from './share.module.css';

/** Earlier states of the case with date and size, the latest first. */
export function SnapshotList(props: {
  readonly files: readonly CaseSnapshot[];
  /** Said when there are none. */
  readonly none: string;
  /** Where they lie; the path of one that lies elsewhere is shown. */
  readonly folder?: string;
  readonly label: string;
  restore(name: string): void;
  /** Where each is a file that may be opened as one. */
  readonly open?: (path: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const { files, none, folder, label, restore, open } = props;
  if (files.length === 0) return <p>{none}</p>;
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'medium' });
  return files.map(({ name, at, bytes }) => (
    <div key={name} className={screen['spread']}>
      <span>
        {`${day.format(at)} · ${bytes === null ? t('snapshots.kept.notHere') : formatBytes(bytes, i18n.language)}`}
        {folder !== undefined && !name.startsWith(folder) && (
          <>
            {' · '}
            <bdi className={styles['path']}>{name}</bdi>
          </>
        )}
      </span>
      <span className={screen['spread']}>
        {open && bytes !== null && (
          <Button
            look="quiet"
            aria-label={`${t('snapshots.kept.open')}: ${day.format(at)}`}
            onClick={() => open(name)}
          >
            {t('snapshots.kept.open')}
          </Button>
        )}
        {bytes !== null && (
          <Button aria-label={`${label}: ${day.format(at)}`} onClick={() => restore(name)}>
            {label}
          </Button>
        )}
      </span>
    </div>
  ));
}
