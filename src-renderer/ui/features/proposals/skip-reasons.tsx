import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SKIP_REASONS } from '#core/model/claim.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import styles from './proposals.module.css';
import { focusProposals, type ProposalActions } from './use-proposal-actions.ts';

/** Why a proposal is not to be checked; one key is enough. */
export function SkipReasons({ take }: Pick<ProposalActions, 'take'>) {
  const { t } = useTranslation();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => row.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={row} className={styles['skip']} role="group" aria-label={t('proposals.skipTitle')}>
      <span>{t('proposals.skipTitle')}</span>
      {SKIP_REASONS.map((reason, at) => (
        <Button key={reason} onClick={() => void take(reason).then(focusProposals)}>
          {t(`terms.skip.${reason}`)} <kbd>{at + 1}</kbd>
        </Button>
      ))}
    </div>
  );
}
