import { useTranslation } from 'react-i18next';
import { useSnapshots } from '#renderer/state/snapshots-store.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';

/** Says why the case was locked without the snapshot that was due. */
export function SnapshotMissed() {
  const { t } = useTranslation();
  const missed = useSnapshots((store) => store.missed);
  if (missed === null) return null;
  return (
    <Notice tone="warn">
      {t('snapshots.missed')} {t(`errors.${missed}`)}
    </Notice>
  );
}
