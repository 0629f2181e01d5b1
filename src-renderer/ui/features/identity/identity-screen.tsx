import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdentity } from '#renderer/state/identity-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useLock } from '#renderer/ui/hooks/use-lock.ts';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useShortcuts } from '#renderer/ui/hooks/use-shortcuts.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { ColleagueList } from './colleague-list.tsx';
import { FoundIdentity } from './found-identity.tsx';
import styles from './identity.module.css';
import { OwnKey } from './own-key.tsx';
import { StartAfresh } from './start-afresh.tsx';
import { UnlockIdentity } from './unlock-identity.tsx';

function Body() {
  const { t } = useTranslation();
  const { state, self } = useIdentity();
  if (self) {
    return (
      <>
        <OwnKey self={self} />
        <ColleagueList />
      </>
    );
  }
  if (state === 'none') return <FoundIdentity />;
  if (state === 'unknown') return null;
  return (
    <>
      {state === 'locked' ? <UnlockIdentity /> : <Notice tone="danger">{t('identity.damaged')}</Notice>}
      <div className={styles['part']}>
        <StartAfresh />
      </div>
    </>
  );
}

/** The person's own keys, and the people they share cases with. */
export function IdentityScreen() {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const lock = useLock();
  const heading = useRef<HTMLHeadingElement>(null);
  const state = useIdentity((identity) => identity.state);
  useEffect(() => {
    // The form that was sent is gone, and the focus with it.
    if (document.activeElement === document.body) heading.current?.focus();
  }, [state]);
  useShortcuts({ 'Ctrl+KeyL': lock });
  useEffect(() => {
    void workbench.showIdentity().then(report);
  }, [workbench, report]);
  return (
    <main className={styles['screen']} aria-labelledby="identity">
      <div className={styles['page']}>
        <div className={styles['head']}>
          <h1 id="identity" ref={heading} tabIndex={-1}>
            {t('identity.title')}
          </h1>
          <Button onClick={() => showScreen(NO_SCREEN)}>{t('common.close')}</Button>
        </div>
        <p className={styles['about']}>{t('identity.about')}</p>
        <Body />
      </div>
    </main>
  );
}
