import { Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { ActionIcon } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CHECK_RESULTS, type CheckResult } from '#core/model/claim-parts.ts';
import { checksOf } from '#core/queries/indexes.ts';
import { addCheck } from '#renderer/commands/add-check.ts';
import { removeCheck } from '#renderer/commands/remove-check.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Section } from '#renderer/ui/components/section.tsx';
import { useFormDraft } from '#renderer/ui/hooks/use-form-draft.ts';
import { useInlineForm } from '#renderer/ui/hooks/use-inline-form.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { useDay } from '../fields/use-day.ts';
import styles from './claim-inspector.module.css';
import { CheckAnswer } from './check-answer.tsx';
import type { SectionProps } from './section-props.ts';
import { useAsk } from './use-ask.ts';

function CheckForm({ claimId, close }: { readonly claimId: string; readonly close: () => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const [where, setWhere] = useState('');
  const [words, setWords] = useState('');
  const [result, setResult] = useState<CheckResult>('nothing found');
  const [until, setUntil] = useState('');
  const [next, setNext] = useState('');
  function store(): Promise<boolean> {
    const waiting = result === 'waiting until' ? until || null : null;
    return run(addCheck, {
      claimId,
      where,
      words: words || null,
      result,
      until: waiting,
      next: next || null,
    });
  }
  const draft = useFormDraft({ ready: where.trim() !== '', store, close });
  const form = useInlineForm<HTMLFormElement>(draft.cancel);
  function submit(event: FormEvent): void {
    event.preventDefault();
    void draft.submit();
  }
  return (
    <form ref={form} className={styles['form']} aria-label={t('finding.addCheck')} onSubmit={submit}>
      <div className={styles['grid']}>
        <TextInput
          label={t('finding.where')}
          value={where}
          dir="auto"
          autoFocus
          onChange={(event) => setWhere(event.currentTarget.value)}
        />
        <TextInput
          label={t('finding.words')}
          value={words}
          dir="auto"
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Select
          label={t('finding.result')}
          value={result}
          allowDeselect={false}
          data={CHECK_RESULTS.map((value) => ({ value, label: t(`terms.check.${value}`) }))}
          onChange={(value) => value && setResult(value)}
        />
        {result === 'waiting until' && (
          <TextInput
            label={t('finding.until')}
            type="date"
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={t('finding.next')}
          value={next}
          dir="auto"
          onChange={(event) => setNext(event.currentTarget.value)}
        />
      </div>
      <div className={styles['actions']}>
        <Button onClick={draft.cancel}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit">
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}

/** What was tried, "nothing found" included. */
export function Checks({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const state = useCase((store) => store.state);
  const [open, setOpen] = useState(false);
  const checks = checksOf(state, claim.id);
  const day = useDay();
  useAsk('check', () => setOpen(!readOnly));
  const aside = !readOnly && (
    <Button look="quiet" onClick={() => setOpen(true)}>
      {t('finding.addCheck')} <kbd>C</kbd>
    </Button>
  );
  return (
    <Section label={t('finding.checks')} aside={aside}>
      <ul className={styles['list']}>
        {checks.map((check) => (
          <li key={check.id}>
            <time dateTime={check.when}>{day(check.when)}</time>
            <span>
              <bdi>{check.where}</bdi>
              {check.words && (
                <span className={styles['quiet']}>
                  {' “'}
                  <bdi>{check.words}</bdi>
                  {'”'}
                </span>
              )}
              {' · '}
              <span className={check.result === 'nothing found' ? styles['nothing'] : ''}>
                {t(`terms.check.${check.result}`)} {check.until && day(check.until)}
              </span>
              {check.next && (
                <span className={styles['quiet']}>
                  {' · '}
                  {t('finding.nextIs')} <bdi>{check.next}</bdi>
                </span>
              )}
            </span>
            {!readOnly && check.result === 'waiting until' && <CheckAnswer check={check} />}
            {!readOnly && (
              <ActionIcon
                aria-label={`${t('common.remove')}: ${check.where}`}
                onClick={() => void run(removeCheck, { checkId: check.id })}
              >
                <IconX size={13} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {open && <CheckForm claimId={claim.id} close={() => setOpen(false)} />}
    </Section>
  );
}
