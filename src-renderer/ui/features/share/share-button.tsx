import { useTranslation } from 'react-i18next';
import { flushFields } from '#renderer/state/drafts.ts';
import { showScreen } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';

/** Opens the screen that saves the case as a project file. */
export function ShareButton() {
  const { t } = useTranslation();
  const open = useSession((session) => session.phase === 'open');
  if (!open) return null;
  const share = (): void =>
    void flushFields().then(() => showScreen({ kind: 'save-project', claimIds: null }));
  return <Button onClick={share}>{t('share.open')}</Button>;
}
