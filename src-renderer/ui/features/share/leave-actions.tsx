import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import screen from '../cases/screen.module.css';

/** The foot of a screen: leaving it, and what can be done instead. */
export function LeaveActions(props: { readonly children?: ReactNode; readonly autoFocus?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={screen['actions']}>
      <Button autoFocus={props.autoFocus} onClick={() => showScreen(NO_SCREEN)}>
        {t('common.close')}
      </Button>
      {props.children}
    </div>
  );
}
