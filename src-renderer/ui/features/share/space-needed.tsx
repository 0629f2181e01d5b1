import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { formatBytes } from '../fields/format-bytes.ts';

/** How much room the file will need where it goes. */
export function SpaceNeeded(props: {
  readonly claimIds: readonly string[] | null;
  readonly redacted: boolean;
}) {
  const { claimIds, redacted } = props;
  const { t, i18n } = useTranslation();
  const workbench = useWorkbench();
  const [needed, setNeeded] = useState<number | null>(null);
  useEffect(() => {
    let wanted = true;
    // What stands in the way of reading it is told when the file is written.
    void workbench.projectSpace({ claimIds, redacted, path: null }).then((outcome) => {
      if (wanted) setNeeded(outcome.ok ? outcome.value.needed : null);
    });
    return () => {
      wanted = false;
    };
  }, [workbench, claimIds, redacted]);
  if (needed === null) return null;
  return <p className={screen['about']}>{t('share.needs', { size: formatBytes(needed, i18n.language) })}</p>;
}
