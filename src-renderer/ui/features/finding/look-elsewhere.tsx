import { PasswordInput, Select } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/state/session-store.ts';
import { useOtherCases } from '#renderer/state/other-cases-store.ts';
import { type CaseCard } from '#renderer/state/session-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useInlineForm } from '#renderer/ui/hooks/use-inline-form.ts';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import styles from './claim-inspector.module.css';

/** Opens another case for a moment, to read its claims. */
function LookForm({ cases, close }: { readonly cases: readonly CaseCard[]; readonly close: () => void }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFailureWords();
  const form = useInlineForm<HTMLFormElement>(close);
  const [chosen, setChosen] = useState(cases[0]?.id ?? null);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const card = cases.find(({ id }) => id === chosen);
  const look = async (words: string | null): Promise<void> => {
    if (busy || !card) return;
    setBusy(true);
    const outcome = await workbench.lookInto(card.id, words);
    setBusy(false);
    setPassphrase('');
    if (outcome.ok) close();
    else setWrong(wordsOf(outcome));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase !== '') void look(passphrase);
  };
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} aria-label={t('finding.elsewhere.look')}>
      <p className={styles['small']}>{t('finding.elsewhere.about')}</p>
      <Select
        label={t('finding.elsewhere.case')}
        value={chosen}
        allowDeselect={false}
        data={cases.map(({ id, codeName }) => ({ value: id, label: codeName }))}
        onChange={(id) => {
          setChosen(id);
          setWrong(null);
        }}
      />
      {card?.passphrase && (
        <PasswordInput
          label={t('finding.elsewhere.passphrase')}
          value={passphrase}
          autoFocus
          autoComplete="current-password"
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
            setWrong(null);
          }}
        />
      )}
      {wrong !== null && <Notice tone="danger">{wrong}</Notice>}
      <div className={styles['actions']} aria-live="polite">
        <Button onClick={close}>{t('common.cancel')}</Button>
        {card?.keychain && (
          <Button disabled={busy} onClick={() => void look(null)}>
            {t('cases.withKeychain')}
          </Button>
        )}
        {card?.passphrase && (
          <Button look="primary" type="submit" disabled={busy || passphrase === ''}>
            {t(busy ? 'finding.elsewhere.comparing' : 'finding.elsewhere.compare')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Which other cases the claims are compared with, and the way to one more. */
export function LookElsewhere() {
  const { t } = useTranslation();
  const { cases, caseId } = useSession();
  const looked = useOtherCases((store) => store.cases);
  const [open, setOpen] = useState(false);
  const others = cases.filter(({ id }) => id !== caseId);
  const left = others.filter(({ id }) => !looked.some((other) => other.caseId === id));
  return (
    <>
      {looked.map((other) => (
        <p key={other.caseId} className={styles['small']}>
          {t('finding.elsewhere.compared', { count: other.claims.length })} <bdi>{other.title}</bdi>
        </p>
      ))}
      {open && <LookForm cases={left.length > 0 ? left : others} close={() => setOpen(false)} />}
      {!open && left.length > 0 && (
        <div>
          <Button look="quiet" onClick={() => setOpen(true)}>
            {t('finding.elsewhere.look')}
          </Button>
        </div>
      )}
    </>
  );
}
