import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '#core/model/names.ts';
import type { PartyRow } from '#core/queries/party-rows.ts';
import { mergeParties } from '#renderer/commands/merge-parties.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { useRun } from '#renderer/ui/hooks/use-run.ts';

/** Merges a party that turned out to be the same one. */
export function MergeParty({ keep, close }: { readonly keep: PartyRow; readonly close: () => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const parties = useCase((store) => store.state.party);
  const [other, setOther] = useState<string | null>(null);
  const data = [...parties.values()]
    .filter(({ id }) => id !== keep.id)
    .map((party) => ({ value: party.id, label: displayName(party) || t('people.nameless') }));
  async function merge(): Promise<void> {
    if (other === null) return;
    const name = data.find(({ value }) => value === other)?.label ?? '';
    if (!(await run(mergeParties, { keepId: keep.id, mergeIds: [other] }))) return;
    say('done', t('people.merged', { name }));
    close();
  }
  return (
    <div className={styles['form']} role="group" aria-label={t('people.merge')}>
      <Select
        label={t('people.mergeWith')}
        data={data}
        value={other}
        searchable
        autoFocus
        limit={30}
        onChange={setOther}
      />
      <div className={styles['actions']}>
        <Button onClick={close}>{t('common.cancel')}</Button>
        <Button look="primary" disabled={other === null} onClick={() => void merge()}>
          {t('people.mergeDo')}
        </Button>
      </div>
    </div>
  );
}
