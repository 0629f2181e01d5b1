import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_SCREEN, type Screen, showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { AliasField } from '../fields/alias-field.tsx';
import { ProtectionFields } from '../fields/protection-fields.tsx';
import { useProtection } from '../fields/use-protection.ts';
import styles from './screen.module.css';

/** Everything a new case needs, on one screen. */
export function NewCaseScreen({ fromSample, next }: { readonly fromSample: boolean; readonly next: Screen }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const sampleTitle = useCase((store) => store.state.case.get('case')?.title ?? '');
  const [title, setTitle] = useState(
    fromSample ? sampleTitle : next.kind === 'import' ? (next.article?.title ?? '') : '',
  );
  const [alias, setAlias] = useState('');
  const protection = useProtection();
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setShown(true);
    const chosen = protection.chosen();
    if (busy || !chosen || title.trim() === '' || alias.trim() === '') return;
    setBusy(true);
    const input = { title, alias, ...chosen };
    const outcome = await (fromSample ? workbench.makeSampleMine(input) : workbench.createCase(input));
    setBusy(false);
    if (report(outcome)) showScreen(next);
  }

  return (
    <main className={styles['screen']}>
      {/* The screen words what is missing itself: the browser's own bubble speaks another language. */}
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => void submit(event)}
        aria-labelledby="new-case"
      >
        <h1 id="new-case">{t(fromSample ? 'cases.mineTitle' : 'cases.newTitle')}</h1>
        {fromSample && <p className={styles['about']}>{t('cases.mineAbout')}</p>}
        <TextInput
          size="sm"
          label={t('cases.title')}
          description={t('cases.titleHint')}
          value={title}
          dir="auto"
          autoFocus
          required
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={shown && title.trim() === '' ? t('errors.command.title-empty') : null}
        />
        <AliasField of="cases" value={alias} shown={shown} onChange={setAlias} />
        <ProtectionFields of="cases" draft={protection} shown={shown} />
        <div className={styles['actions']}>
          <Button onClick={() => showScreen(NO_SCREEN)}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" disabled={busy}>
            {t(busy ? 'cases.creating' : 'cases.create')}
          </Button>
        </div>
      </form>
    </main>
  );
}
