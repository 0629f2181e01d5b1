import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SKIP_REASONS, type SkipReason } from '#core/model/claim.ts';
import type { Item } from '#core/model/item.ts';
import { skipClaim } from '#renderer/commands/skip-claim.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import styles from './claim-inspector.module.css';

/** Leaves a claim in the record without checking it, with a reason. */
export function SkipForm({ claim, close }: { readonly claim: Item<'claim'>; readonly close: () => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const [note, setNote] = useState('');
  const skip = async (reason: SkipReason): Promise<void> => {
    if (await run(skipClaim, { claimId: claim.id, reason, note })) close();
  };
  return (
    <div className={styles['form']} role="group" aria-label={t('finding.skipTitle')}>
      <TextInput
        label={t('finding.note')}
        value={note}
        dir="auto"
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={(event) => event.code === 'Escape' && close()}
      />
      <div className={styles['row']}>
        <span>{t('finding.skipTitle')}</span>
        {SKIP_REASONS.map((reason, index) => (
          <Chip key={reason} onClick={() => void skip(reason)}>
            <span ref={(element) => (index === 0 ? element?.closest('button')?.focus() : undefined)}>
              {t(`terms.skip.${reason}`)}
            </span>
          </Chip>
        ))}
        <Button look="quiet" onClick={close}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}
