import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '#core/model/item.ts';
import { mergeClaims } from '#renderer/commands/merge-claims.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useInlineForm } from '#renderer/ui/hooks/use-inline-form.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { ClaimField } from './claim-field.tsx';
import styles from './claim-inspector.module.css';

/** Merges another claim into this one. */
export function MergeForm({ claim, close }: { readonly claim: Item<'claim'>; readonly close: () => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const form = useInlineForm<HTMLDivElement>(close);
  const [other, setOther] = useState<string | null>(null);
  const merge = async (): Promise<void> => {
    if (other && (await run(mergeClaims, { keepId: claim.id, mergeIds: [other] }))) close();
  };
  return (
    <div ref={form} className={styles['form']} role="group" aria-label={t('finding.merge')}>
      <ClaimField
        label={t('finding.mergeTitle')}
        except={[claim.id]}
        value={other}
        onChange={setOther}
        autoFocus
      />
      <div className={styles['actions']}>
        <Button onClick={close}>{t('common.cancel')}</Button>
        <Button look="primary" disabled={!other} onClick={() => void merge()}>
          {t('finding.merge')}
        </Button>
      </div>
    </div>
  );
}
