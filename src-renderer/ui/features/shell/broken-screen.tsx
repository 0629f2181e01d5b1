import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/state/session-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import styles from '../cases/screen.module.css';

type Props = { readonly kind: string; drawAgain(): void };

/** What stands in the window when it cannot be drawn: nothing of any case, and the way on. */
export function BrokenScreen({ kind, drawAgain }: Props) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFailureWords();
  const inCase = useSession((session) => session.phase === 'open');
  const [busy, setBusy] = useState(false);
  const starting = useRef(false);
  const [failure, setFailure] = useState<string | null>(null);

  // A lock by another way (menu, idle, suspend) shows the lock screen, as always. Not while starting
  // anew: that locks too, and a passphrase typed into this window would go with it.
  useEffect(
    () =>
      useSession.subscribe((now, before) => {
        if (!starting.current && now.phase !== before.phase) drawAgain();
      }),
    [drawAgain],
  );

  async function startAnew(): Promise<void> {
    starting.current = true;
    setBusy(true);
    setFailure(null);
    const outcome = await workbench.startAnew();
    if (outcome.ok) return;
    starting.current = false;
    setBusy(false);
    setFailure(wordsOf(outcome));
  }

  return (
    <main className={styles['screen']}>
      <div className={styles['form']}>
        <div role="alert" className={styles['stack']}>
          <h1>{t('shell.broken.heading')}</h1>
          <p>{t('shell.broken.what', { kind })}</p>
          {inCase && <p>{t('shell.broken.safe')}</p>}
          {inCase && <p className={styles['about']}>{t('shell.broken.typed')}</p>}
        </div>
        {failure !== null && <Notice tone="danger">{failure}</Notice>}
        <div>
          <Button look="primary" autoFocus disabled={busy} onClick={() => void startAnew()}>
            {busy ? t('shell.broken.starting') : t(inCase ? 'shell.broken.lockAnew' : 'shell.broken.anew')}
          </Button>
        </div>
      </div>
    </main>
  );
}
