import { useTranslation } from 'react-i18next';
import type { CaseSnapshot } from '#core/ports/workbench.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import screen from '../cases/screen.module.css';
import { formatBytes } from '../fields/format-bytes.ts';

/** Earlier states of the case with date and size, the latest first. */
export function SnapshotList(props: {
  readonly files: readonly CaseSnapshot[];
  /** Said when there are none. */
  readonly none: string;
  readonly label: string;
  restore(name: string): void;
  /** Where each is a file that may be opened as one. */
  readonly open?: (path: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const { files, none, label, restore, open } = props;
  if (files.length === 0) return <p>{none}</p>;
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'medium' });
  return files.map(({ name, at, bytes }) => (
    <div key={name} className={screen['spread']}>
      <span>{`${day.format(at)} · ${formatBytes(bytes, i18n.language)}`}</span>
      <span className={screen['spread']}>
        {open && (
          <Button
            look="quiet"
            aria-label={`${t('snapshots.kept.open')}: ${day.format(at)}`}
            onClick={() => open(name)}
          >
            {t('snapshots.kept.open')}
          </Button>
        )}
        <Button aria-label={`${label}: ${day.format(at)}`} onClick={() => restore(name)}>
          {label}
        </Button>
      </span>
    </div>
  ));
}
