import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { displayName } from '#core/model/names.ts';
import { useCase } from '#renderer/state/case-store.ts';
import styles from '#renderer/ui/components/record.module.css';
import { PartyField } from '../fields/party-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import type { PartyProps } from './party-props.ts';
import { useStoreParty } from './use-store-party.ts';

/** Role, whose voice it shares, and what bears on how far to trust it. */
export function PartyKnown({ party, readOnly }: PartyProps) {
  const { t } = useTranslation();
  const parties = useCase((store) => store.state.party);
  const store = useStoreParty(party.id);
  const others = [...parties.values()]
    .filter(({ id }) => id !== party.id)
    .map((other) => ({ value: other.id, label: displayName(other) || t('people.nameless') }));
  const text = (name: 'role' | 'access' | 'interest') => (
    <TextField
      label={t(`people.${name}`)}
      showLabel
      value={party[name] ?? ''}
      readOnly={readOnly}
      store={(value) => store({ [name]: value })}
    />
  );
  return (
    <div className={styles['fields']}>
      <div className={styles['wide']}>{text('role')}</div>
      <PartyField
        label={t('people.affiliation')}
        showLabel
        value={party.affiliation}
        readOnly={readOnly}
        placeholder={t('people.affiliationHint')}
        onChange={(affiliation) => void store({ affiliation })}
      />
      <MultiSelect
        label={t('people.notToBeConfusedWith')}
        data={others}
        value={[...party.notToBeConfusedWith]}
        searchable
        readOnly={readOnly}
        onChange={(notToBeConfusedWith) => void store({ notToBeConfusedWith })}
      />
      {text('access')}
      {text('interest')}
    </div>
  );
}
