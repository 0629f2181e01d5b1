import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartyRow } from '#core/queries/party-rows.ts';
import { removeParty } from '#renderer/commands/remove-party.ts';
import { say } from '#renderer/state/messages-store.ts';
import { showScreen } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { MergeParty } from './merge-party.tsx';

/** What can be done with a party as a whole. */
export function PartyHead({ row, readOnly }: { readonly row: PartyRow; readonly readOnly: boolean }) {
  const { t } = useTranslation();
  const run = useRun();
  const [merging, setMerging] = useState(false);
  const { party, name } = row;
  const remove = async (): Promise<void> => {
    if (!(await run(removeParty, { partyId: party.id }))) return;
    useView.setState({ partyId: null });
    say('done', t('people.removed', { name }));
  };
  return (
    <>
      <div className={styles['top']}>
        <span>{t(`terms.partyKind.${party.kind}`)}</span>
        <span className={styles['end']}>
          <Button look="quiet" onClick={() => useView.setState({ desk: 'history', historyOf: party.id })}>
            {t('people.history')}
          </Button>
          {!readOnly && (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button look="quiet" aria-label={t('common.more')}>
                  <IconDots size={16} aria-hidden />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setMerging(true)}>{t('people.merge')}</Menu.Item>
                <Menu.Item color="var(--d)" onClick={() => void remove()}>
                  {t('people.remove')}
                </Menu.Item>
                <Menu.Item
                  color="var(--d)"
                  onClick={() => showScreen({ kind: 'purge', asked: { kind: 'person', partyId: party.id } })}
                >
                  {t('share.purge.action')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </span>
      </div>
      {merging && <MergeParty keep={row} close={() => setMerging(false)} />}
    </>
  );
}
