import { RefText } from '#renderer/ui/features/fields/ref-text.tsx';
import { Menu } from '@mantine/core';
import { IconDots, IconFlag, IconFlagFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteClaim } from '#renderer/commands/delete-claim.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { unskipClaim } from '#renderer/commands/unskip-claim.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { showScreen } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import styles from './claim-inspector.module.css';
import { MergeForm } from './merge-form.tsx';
import { OwnerMenu } from './owner-menu.tsx';
import { PriorityMenu } from './priority-menu.tsx';
import { RelationSummary } from './relation-summary.tsx';
import type { SectionProps } from './section-props.ts';
import { StageMenu } from './stage-menu.tsx';
import { SkipForm } from './skip-form.tsx';
import { SplitForm } from './split-form.tsx';
import { useAsk } from './use-ask.ts';

type Tool = 'none' | 'split' | 'skip' | 'merge';

function Actions({ claim, open }: SectionProps & { readonly open: (tool: Tool) => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const remove = async (): Promise<void> => {
    if (!(await run(deleteClaim, { claimId: claim.id }))) return;
    useView.setState({ claimId: null });
    say('done', t('finding.deleted', { ref: claim.ref }));
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button look="quiet" aria-label={t('common.more')}>
          <IconDots size={16} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => open('split')} rightSection={<kbd>S</kbd>}>
          {t('finding.split')}
        </Menu.Item>
        <Menu.Item onClick={() => open('merge')}>{t('finding.merge')}</Menu.Item>
        {claim.skip ? (
          <Menu.Item onClick={() => void run(unskipClaim, { claimId: claim.id })}>
            {t('finding.unskip')}
          </Menu.Item>
        ) : (
          <Menu.Item onClick={() => open('skip')} rightSection={<kbd>X</kbd>}>
            {t('finding.skip')}
          </Menu.Item>
        )}
        <Menu.Item color="var(--d)" onClick={() => void remove()}>
          {t('finding.delete')}
        </Menu.Item>
        <Menu.Item
          color="var(--d)"
          onClick={() =>
            showScreen({ kind: 'purge', asked: { kind: 'item', entity: 'claim', id: claim.id } })
          }
        >
          {t('share.purge.action')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Reference, priority, accusation, and what can be done with the claim as a whole. */
export function InspectorHead(props: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const { claim, readOnly } = props;
  const [tool, open] = useState<Tool>('none');
  const merged = useCase((store) => store.state.claim.get(claim.mergedInto ?? '')?.ref ?? null);
  const allowed = !readOnly && claim.mergedInto === null;
  useAsk('split', () => allowed && open('split'));
  useAsk('skip', () => allowed && (claim.skip ? void run(unskipClaim, { claimId: claim.id }) : open('skip')));
  const close = (): void => open('none');
  const store = (fields: Parameters<typeof editClaim>[1]['fields']): void =>
    void run(editClaim, { claimId: claim.id, fields });
  return (
    <>
      <div className={styles['top']}>
        <h2 className={styles['ref']}>
          <RefText entity="claim" id={claim.id} text={claim.ref} />
        </h2>
        <PriorityMenu {...props} />
        <StageMenu {...props} />
        <OwnerMenu {...props} />
        <Chip
          tone={claim.accuses ? 'danger' : 'plain'}
          on={claim.accuses}
          disabled={readOnly}
          onClick={() => store({ accuses: !claim.accuses })}
        >
          {claim.accuses ? <IconFlagFilled size={12} aria-hidden /> : <IconFlag size={12} aria-hidden />}
          {t(claim.accuses ? 'finding.accuses' : 'finding.accusesQuestion')}
        </Chip>
        <span className={styles['end']}>
          <RelationSummary claim={claim} />
          {allowed && <Actions {...props} open={open} />}
        </span>
      </div>
      {claim.skip && (
        <Notice tone="plain">
          {t('finding.skippedAs', { reason: t(`terms.skip.${claim.skip.reason}`) })}
          {claim.skip.note ? ` – ${claim.skip.note}` : ''}
        </Notice>
      )}
      {merged && <Notice tone="plain">{t('finding.mergedInto', { ref: merged })}</Notice>}
      {tool === 'split' && <SplitForm claim={claim} close={close} />}
      {tool === 'skip' && <SkipForm claim={claim} close={close} />}
      {tool === 'merge' && <MergeForm claim={claim} close={close} />}
    </>
  );
}
