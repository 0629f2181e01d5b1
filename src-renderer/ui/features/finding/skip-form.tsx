import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SKIP_REASONS, type SkipReason } from '#core/model/claim.ts';
import type { Item } from '#core/model/item.ts';
import { skipClaim } from '#renderer/commands/skip-claim.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { useInlineForm } from '#renderer/ui/hooks/use-inline-form.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import styles from './claim-inspector.module.css';

/** Leaves a claim in the record without checking it, with a reason. */
export function SkipForm({ claim, close }: { readonly claim: Item<'claim'>; readonly close: () => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const form = useInlineForm<HTMLFormElement>(close);
  const [reason, setReason] = useState<SkipReason | null>(null);
  const [note, setNote] = useState('');
  async function skip(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (reason && (await run(skipClaim, { claimId: claim.id, reason, note }))) close();
  }
  return (
    <form
      ref={form}
      className={styles['form']}
      aria-label={t('finding.skipTitle')}
      onSubmit={(event) => void skip(event)}
    >
      <div className={styles['row']} role="group" aria-label={t('finding.skipTitle')}>
        <span>{t('finding.skipTitle')}</span>
        {SKIP_REASONS.map((name, index) => (
          <Chip key={name} on={reason === name} autoFocus={index === 0} onClick={() => setReason(name)}>
            {t(`terms.skip.${name}`)}
          </Chip>
        ))}
      </div>
      <TextInput
        label={t('finding.note')}
        value={note}
        dir="auto"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={styles['actions']}>
        <Button onClick={close}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit" disabled={reason === null}>
          {t('finding.skip')}
        </Button>
      </div>
    </form>
  );
}
