import { useTranslation } from 'react-i18next';
import { say } from '#renderer/state/messages-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { useSayLeft } from './say-left.ts';

/**
 * After a merge that brought a purge: the copies before it still hold what was purged, since whoever can
 * write in a case can purge in it, and undoing that must be possible. A person says when they may go.
 */
export function CopiesBefore(props: {
  readonly purgedFiles: readonly string[];
  /** Called when they are gone. */
  readonly gone: () => void;
}) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const sayLeft = useSayLeft();
  async function forget(): Promise<void> {
    const outcome = await workbench.forgetCopies(props.purgedFiles);
    if (!report(outcome)) return;
    props.gone();
    say('done', t('share.copiesGone'));
    sayLeft(outcome.value);
  }
  return (
    <Notice tone="danger">
      <p>{t('share.copiesHold')}</p>
      <Button look="danger" onClick={() => void forget()}>
        {t('share.removeCopies')}
      </Button>
    </Notice>
  );
}
