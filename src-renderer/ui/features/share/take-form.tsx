import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedProject } from '#core/ports/project-files.ts';
import { useIdentity } from '#renderer/state/identity-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { AliasField } from '../fields/alias-field.tsx';
import { ProtectionFields } from '../fields/protection-fields.tsx';
import { useProtection } from '../fields/use-protection.ts';
import { LeaveActions } from './leave-actions.tsx';
import { ProjectProgress } from './project-progress.tsx';
import styles from './share.module.css';
import { useFileWords } from './use-file-words.ts';

/** Stores the file's case as a new one: who works in it here, and what opens it on this laptop. */
export function TakeForm(props: { readonly project: OpenedProject }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFileWords();
  const known = useIdentity((identity) => identity.self?.alias ?? '');
  const [typed, setAlias] = useState<string | null>(null);
  const alias = typed ?? known;
  const protection = useProtection();
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function take(event: FormEvent): Promise<void> {
    event.preventDefault();
    setShown(true);
    const chosen = protection.chosen();
    if (busy || !chosen || alias.trim() === '') return;
    setBusy(true);
    setProblem(null);
    const outcome = await workbench.takeProject(props.project, { alias, ...chosen });
    setBusy(false);
    if (outcome.ok) showScreen(NO_SCREEN);
    else setProblem(wordsOf(outcome));
  }
  if (busy) return <ProjectProgress waiting={t('share.taking')} />;
  return (
    <form
      className={screen['stack']}
      noValidate
      onSubmit={(event) => void take(event)}
      aria-label={t('share.takeTitle')}
    >
      <p>{t('share.isNew')}</p>
      <h2>{t('share.takeTitle')}</h2>
      <AliasField of="cases" value={alias} shown={shown} autoFocus onChange={setAlias} />
      <ProtectionFields of="cases" draft={protection} shown={shown} />
      {problem && <Notice tone="danger">{problem}</Notice>}
      <div className={styles['foot']}>
        <LeaveActions>
          <Button look="primary" type="submit">
            {t('share.take')}
          </Button>
        </LeaveActions>
      </div>
    </form>
  );
}
